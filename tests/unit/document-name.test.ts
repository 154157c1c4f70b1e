// What a file is called: nothing of a name leads elsewhere, hides or misleads, and it ends as what the file is.
import { expect, it } from 'vitest';
import { announcedName, documentName, plainName } from '#domain/documents/document-name.ts';

it.each([
  ['tarjous.pdf', 'tarjous.pdf'],
  ['Tarjous 2026.PDF', 'Tarjous 2026.PDF'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\me\\tarjous.pdf', 'tarjous.pdf'],
  ['..', 'asiakirja.pdf'],
  ['../', 'asiakirja.pdf'],
  ['', 'asiakirja.pdf'],
  [undefined, 'asiakirja.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['.pdf', 'pdf.pdf'],
  ['tarjous', 'tarjous.pdf'],
  // A second ending is part of the name, and the last one is the file's own.
  ['tarjous.pdf.exe', 'tarjous.pdf.exe.pdf'],
  ['tarjous.exe.pdf', 'tarjous.exe.pdf'],
  ['tarjous.html', 'tarjous.html.pdf'],
  ['tarjous.pdf.', 'tarjous.pdf'],
  ['tarjous.pdf   ', 'tarjous.pdf'],
  // Right-to-left override: seen as "tiliexe.pdf".
  ['tili\u202efdp.exe', 'tilifdp.exe.pdf'],
  ['a\u0000b\u0007.pdf', 'ab.pdf'],
  ['a.pdf\r\nSet-Cookie: x=1', 'a.pdfSet-Cookie_ x=1.pdf'],
  ['a"; filename="b.exe', 'a_; filename=_b.exe.pdf'],
  ['nolla\u200bleveä\ufeff.pdf', 'nollaleveä.pdf'],
  ['ha\u0308märä.pdf', 'hämärä.pdf'],
  ['\ud800rikki.pdf', '\ufffdrikki.pdf'],
  ['😀.pdf', '😀.pdf'],
])('%j becomes %j', (sent, name) => {
  expect(documentName(sent, 'pdf', 'asiakirja')).toBe(name);
});

it('a known ending of the kind stays as it was written', () => {
  expect(documentName('kuva.JPG', 'jpg', 'asiakirja')).toBe('kuva.JPG');
  expect(documentName('kuva.jpeg', 'jpg', 'asiakirja')).toBe('kuva.jpg');
  expect(documentName('kuva.png', 'jpg', 'asiakirja')).toBe('kuva.png.jpg');
});

it('a long name is cut before its ending, between characters', () => {
  const name = documentName(`${'😀'.repeat(300)}.pdf`, 'pdf', 'asiakirja');
  expect([...name].length).toBe(200);
  expect(name.endsWith('😀.pdf')).toBe(true);
  expect([...announcedName('x'.repeat(300), 'asiakirja')].length).toBe(200);
});

it('a plain name stays as it is', () => {
  expect(plainName(plainName('../a/tarjous 1.pdf'))).toBe('tarjous 1.pdf');
});
