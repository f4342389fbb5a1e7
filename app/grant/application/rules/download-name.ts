const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'audio/webm': 'webm',
};

/**
 * What a file is called when it is saved: as its sender called it, with the ending of what it is, and without anything
 * that a disk or a header could take for something else.
 */
export function downloadName(fileName: string, mime: string): string {
  const plain = fileName
    .normalize('NFC')
    .replace(/\.[^.]{0,10}$/u, '')
    // Control characters, marks that turn the direction of writing around, and what folders and shells read.
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|%;]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '');
  return `${[...plain].slice(0, 80).join('') || 'file'}.${ENDINGS[mime] ?? 'bin'}`;
}
