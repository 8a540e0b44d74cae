import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../limits.ts';
import { decode } from './decode.ts';

const russian = 'В понедельник у здания мэрии состоялась акция протеста против политики городских властей.';

describe('an encoding', () => {
  test.each([
    ['utf-8', 'Zürich, “quoted”', {}],
    ['utf-16le', '<p>Zürich</p>', {}],
    ['utf-16be', '<p>Zürich</p>', {}],
    ['utf-32le', '<p>Zürich</p>', {}],
  ])('%s is told by the form of the bytes', (encoding, text, hints) => {
    expect(decode(iconv.encode(text, encoding), hints)).toMatchObject({ text, notes: [] });
  });

  test('that is declared is used where the bytes are not UTF-8', () => {
    expect(decode(iconv.encode(`<meta charset="windows-1251">${russian}`, 'windows-1251'))).toMatchObject({
      text: `<meta charset="windows-1251">${russian}`,
      notes: [],
    });
    expect(decode(iconv.encode(russian, 'koi8-r'), { contentType: 'text/html; charset=koi8-r' }).text).toBe(russian);
    expect(decode(iconv.encode('<?xml version="1.0" encoding="big5"?><a>新聞</a>', 'big5')).text).toContain('新聞');
  });

  test('that is declared gives way to valid UTF-8', () => {
    expect(decode(Buffer.from('<meta charset="iso-8859-1">Zürich')).text).toContain('Zürich');
  });

  test('that is guessed is reported', () => {
    expect(decode(iconv.encode(russian.repeat(5), 'windows-1251'))).toEqual({ text: russian.repeat(5), encoding: 'windows-1251', guessed: true, notes: [] });
  });

  test('with a few bad bytes is still UTF-8, and the bad bytes are counted', () => {
    expect(decode(Buffer.concat([Buffer.from(russian), Buffer.from([0xff])]))).toMatchObject({
      encoding: 'utf-8',
      notes: ['1 bytes are not UTF-8 and are shown as \ufffd.'],
    });
  });

  test('of Japanese mail, whose bytes are all ASCII, is taken by its name', () => {
    expect(decode(iconv.encode('<meta charset="iso-2022-jp">', 'ascii'), { contentType: 'text/html; charset="iso-2022-jp"' }).encoding).toBe('iso-2022-jp');
  });
});

const TEXTS: [language: string, text: string, encodings: string[]][] = [
  ['ru', 'Уровень воды в реке поднялся за ночь на два метра, сообщили спасатели.', ['windows-1251', 'koi8-r', 'iso-8859-5']],
  ['uk', 'У понеділок біля будівлі мерії відбулася акція протесту проти політики влади.', ['windows-1251', 'koi8-u']],
  ['bg', 'В понеделник пред сградата на общината се проведе протест срещу властите.', ['windows-1251']],
  ['pl', 'W poniedziałek odbył się protest przeciwko polityce władz, zgłosiło się tysiąc osób.', ['windows-1250', 'iso-8859-2']],
  ['cs', 'V pondělí se před radnicí konal protest proti politice města, přišlo tisíc lidí.', ['windows-1250', 'iso-8859-2']],
  ['hu', 'Hétfőn a városháza előtt tüntetést tartottak a hatóságok politikája ellen.', ['windows-1250', 'iso-8859-2']],
  ['de', 'Am Montag fand eine Kundgebung gegen die städtischen Behörden statt, über tausend Bürger kamen.', ['windows-1252']],
  ['fr', 'Lundi, une manifestation a eu lieu devant l’hôtel de ville, après des années de débat.', ['windows-1252']],
  ['el', 'Τη Δευτέρα πραγματοποιήθηκε μπροστά στο δημαρχείο διαμαρτυρία κατά των αρχών.', ['windows-1253', 'iso-8859-7']],
  ['tr', 'Pazartesi günü belediye binasının önünde bir gösteri yapıldı, ağaçlar kesilmişti.', ['windows-1254']],
  ['he', 'ביום שני התקיימה מול בניין העירייה הפגנה נגד מדיניות הרשויות', ['windows-1255']],
  ['ar', 'يوم الاثنين جرت أمام مبنى البلدية مظاهرة ضد سياسة سلطات المدينة', ['windows-1256', 'iso-8859-6']],
  ['lt', 'Pirmadienį prie savivaldybės įvyko protestas prieš miesto valdžios politiką.', ['windows-1257']],
  ['th', 'เมื่อวันจันทร์มีการประท้วงหน้าศาลากลางต่อต้านนโยบายของเทศบาลเมือง', ['windows-874']],
  ['ja', '市議会は火曜日の夜、古い港の橋を大型車に対して閉鎖することを決定した。', ['shift_jis', 'euc-jp']],
  ['zh', '市议会周二晚上决定对大型车辆关闭旧港口大桥，结束了持续十一年多的争论。', ['gb18030']],
  ['ko', '시의회는 화요일 밤 옛 항구 다리를 대형 차량에 대해 폐쇄하기로 결정하였다.', ['euc-kr']],
];

describe.each(TEXTS)('an encoding of %s that nothing declares is guessed', (language, text, encodings) => {
  const markup = '<link rel="stylesheet" href="/style.css"><script>var a = "the same over and over";</script>'.repeat(200);

  test.each(encodings)('as %s among markup in ASCII', (encoding) => {
    for (const written of [
      `<html lang="${language}"><head><title>News</title>${markup}</head><p class="text">${text}</p></html>`,
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title><link>https://quay.example/</link><language>${language}</language><item><title>${text.slice(0, 20)}</title><link>https://quay.example/1</link><content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item></channel></rss>`,
    ])
      expect(decode(iconv.encode(written, encoding))).toMatchObject({ text: written, guessed: true });
  });
});

test('a template that declares another language does not decide on an encoding', () => {
  const [, text = ''] = TEXTS[0] ?? [];
  expect(decode(iconv.encode(`<html lang="de"><p>${text}</p></html>`, 'windows-1251')).text).toContain(text);
});

test('half a character in UTF-8 is refused', () => {
  expect(() => decode(Buffer.concat([Buffer.from('before '), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(' after')]))).toThrow(Refusal);
});

test.each(['<!-- ', '<script>', '&lt;a '])('markup that is not closed takes no time: %j', (piece) => {
  const begun = performance.now();
  decode(Buffer.from(`\u00e9t\u00e9 ${piece.repeat(130_000)}`, 'latin1'));
  expect(performance.now() - begun).toBeLessThan(3000);
});
