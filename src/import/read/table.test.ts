import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { draftIn, found, itemsIn } from '../../../tests/support/import.ts';

describe('a table', () => {
  test('in CSV: columns are guessed, quotes and line breaks kept', async () => {
    const csv = 'url,date,title,text\nhttps://n.example/1,2019-01-04,"A ""b"", c","One.\n\nTwo."\n';
    expect(await draftIn(csv)).toMatchObject({
      headline: { value: 'A "b", c' },
      date: { value: '2019-01-04' },
      text: 'One.\n\nTwo.',
      markup: 'plain',
      address: { value: 'https://n.example/1' },
      part: 'row 1',
    });
  });

  test('with semicolons and another language’s headings', async () => {
    expect(
      await draftIn('Titre;Date;Auteur;Texte\nLune;05/12/2020;Marie Curie;Un texte.\nSoleil;25/12/2020;;Un texte.\n'.split('\n').slice(0, 2).join('\n')),
    ).toMatchObject({
      headline: { value: 'Lune' },
      authors: { value: ['Marie Curie'] },
      doubts: [expect.stringContaining('either number may be the day')],
    });
  });

  test('with headings in the languages of newspapers', async () => {
    for (const headings of [
      'Überschrift;Datum;Zeitung;Artikeltext;Verfasser',
      'titre;date de publication;journal;texte;auteur',
      'título;fecha de publicación;periódico;cuerpo;autor',
      'Titolo;Data di pubblicazione;Testata;Testo;Autore',
      'manchete;data de publicação;jornal;texto;autor',
      'titel;publicatiedatum;krant;tekst;auteur',
      'Заголовок;Дата публикации;Газета;Текст статьи;Автор',
      'العنوان;تاريخ النشر;الصحيفة;النص;الكاتب',
    ])
      expect(await draftIn(`${headings}\nA;2020-03-05;The Herald;B;Jane Doe\n`), headings).toMatchObject({
        headline: { value: 'A' },
        date: { value: '2020-03-05' },
        publisher: { value: 'The Herald' },
        text: 'B',
        authors: { value: ['Jane Doe'] },
      });
  });

  test('refuses a row of more cells than there are columns, and doubts one of fewer', async () => {
    const csv = 'title,date,text,source\nA,2015-01-01,The council voted, after all,Herald\nB,2015-01-02,x,Herald,,\n\nC,2015-01-03,y\n';
    expect(await found(csv)).toEqual([
      'refused: Line 2: It has 5 cells for 4 columns. Where a comma belongs to a text, put the text in quotation marks; then import again.',
      'B',
      'C',
    ]);
    const [, whole, short] = await itemsIn(csv);
    expect([whole?.part, whole?.content]).toEqual(['row 2', expect.objectContaining({ draft: expect.objectContaining({ doubts: [] }) })]);
    expect(short?.content).toMatchObject({ draft: { doubts: ['Its row, line 5, ends early: it has no cell for source.'] } });
  });

  test('goes on after a row that is too long', async () => {
    expect(await found(`title,text\nA,x\nB,"${'x'.repeat(17 * 1024 * 1024)}"\nC,y\n`)).toEqual([
      'A',
      'refused: Line 3: The row has more than 16 MiB, which no article has.',
      'C',
    ]);
  });

  test('says of each row without text that it was met', async () => {
    expect(await found('title\ttext\nA\t\nB\tx\n')).toEqual(['refused: The row has a headline (“A”) and no text.', 'B']);
  });
});

test('a zip bomb is refused', async () => {
  const bomb = gzipSync(Buffer.concat([Buffer.from('title,date,text\n'), Buffer.alloc(80 * 1024 * 1024, 'a,b,c\n')]));
  expect((await found(bomb)).at(-1)).toMatch(/zip bomb/);
});
