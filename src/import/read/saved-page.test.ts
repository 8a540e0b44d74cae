import { expect, test } from 'vitest';
import { itemsIn } from '../../../tests/support/import.ts';

test('a page that SingleFile saved says where and when', async () => {
  const [item] = await itemsIn(
    '<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://n.example/1 \n saved date: Tue May 12 2020 12:00:00 GMT+0200 (CEST)\n--><body>x</body></html>',
  );
  expect(item).toMatchObject({ captured: '2020-05-12T12:00:00+02:00', content: { kind: 'page', url: 'https://n.example/1' } });
});

test('a page in MHTML is the first of its parts', async () => {
  const mhtml =
    'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://n.example/1\r\nDate: Tue, 12 May 2020 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--x"\r\n\r\n----x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Z=C3=BCrich</p>\r\n----x\r\nContent-Type: text/html\r\n\r\n<p>advert</p>\r\n----x--\r\n';
  const [item] = await itemsIn(mhtml);
  expect(item).toMatchObject({
    captured: '2020-05-12T10:00:00Z',
    content: { kind: 'page', url: 'https://n.example/1', html: expect.stringContaining('<p>Zürich</p>') },
  });
  expect(JSON.stringify(item)).not.toContain('advert');
});
