import { describe, expect, test } from 'vitest';
import { personsIn } from './names.ts';

describe('names of persons', () => {
  test.each([
    ['By Jane Doe', ['Jane Doe']],
    ['By JORDAN ROBERTSON and RACHEL METZ - AP Technology Writers', ['Jordan Robertson', 'Rachel Metz']],
    ['Jefferson Graham, USA TODAY', ['Jefferson Graham']],
    ['By Griffin McElroy @griffinmcelroy on June 26, 2014', ['Griffin McElroy']],
    ['By PETER VAN DEN BERG', ['Peter Van Den Berg']],
    ['Par Hélène Le Goff et Jean-Marc d’Arvor', ['Hélène Le Goff', 'Jean-Marc d’Arvor']],
    ['Von Dr. Anna Müller, Berlin', ['Anna Müller']],
    ['María R. Sahuquillo y Emilio de Benito', ['María R. Sahuquillo', 'Emilio de Benito']],
    ['Автор: Мария Соколова', ['Мария Соколова']],
    ['記者 今井恵子', ['今井恵子']],
    ['Robert Downey, Jr.', ['Robert Downey, Jr.']],
    ['By Jane Doe, John Roe, and Ann Poe', ['Jane Doe', 'John Roe', 'Ann Poe']],
    ['By Jane Doe Staff Writer', ['Jane Doe']],
    ['Jane Doe Political correspondent', ['Jane Doe']],
    ['By JANE DOE MARCH 4, 2019', ['Jane Doe']],
    ['Jane Doe Updated 3 hours ago', ['Jane Doe']],
    ['By Jane Doe | The Example', ['Jane Doe']],
    ['Jane Doe, MA', ['Jane Doe']],
    ['Par ANNE MOREAU, LOUIS PETIT Envoyés spéciaux à Lyon', ['Anne Moreau', 'Louis Petit']],
    ['Dan Example', ['Dan Example']],
  ])('%s', (written, expected) => {
    expect(personsIn(written)).toEqual(expected);
  });
});

describe('what names nobody', () => {
  test.each([
    'admin',
    'Reuters Staff',
    'By Associated Press',
    'The Daily Example',
    'Newsroom',
    'jdoe@example.org',
    'https://example.org/jane',
    'AFP',
    'Редакция',
    'Comments',
    'By the way, nobody',
    'Example News Team',
    'New York Times Reporter',
    'Privacy Policy',
  ])('%s', (written) => {
    expect(personsIn(written, ['The Daily Example'])).toEqual([]);
  });
});
