import { expect, test } from 'vitest';
import { attribute, named, render, textOf } from '../../tests/support/html.ts';

test('each table scrolls by itself, by keyboard too, under a name of its own', () => {
  const { all } = render('| a |\n|-|\n| 1 |\n\nText.\n\n| b |\n|-|\n| 2 |');
  const regions = named(all, 'div');
  expect(regions.map(({ attrs }) => attrs.map(({ name, value }) => `${name}=${value}`))).toEqual([
    ['role=region', 'aria-label=Table 1', 'tabindex=0'],
    ['role=region', 'aria-label=Table 2', 'tabindex=0'],
  ]);
  expect(named(all, 'table').map(({ parentNode }) => parentNode)).toEqual(regions);
});

test('alignment is kept for the style sheet', () => {
  const { all, html } = render('| a | b | c |\n|:-|:-:|-:|\n| 1 | 2 | 3 |');
  expect(named(all, 'td').map((cell) => attribute(cell, 'data-align'))).toEqual(['left', 'center', 'right']);
  expect(html).not.toContain(' align=');
});

test('cells hold what they held', () => {
  const { all } = render('| a \\| b | *c* |\n|-|-|\n| <b>1</b> | [x](https://a.example/) | too many |\n| 2 |');
  expect(named(all, 'td').map(textOf)).toEqual(['1', 'x', '2', '']);
  expect(named(all, 'th').map(textOf)).toEqual(['a | b', 'c']);
});

test('a table in a table keeps its place', () => {
  const { all } = render('<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>');
  expect(named(all, 'table')).toHaveLength(2);
  expect(named(all, 'div').filter((each) => attribute(each, 'role') === 'region')).toHaveLength(1);
});
