import type { SharedFile } from '../slack/snapshot.ts';

/** The files of a message, each a link that saves it. */
export function SharedFiles({ files }: { readonly files: readonly SharedFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="shared-files">
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={`/files/${id}`} download={name}>
            {name}
          </a>
          <span className="shared-file-size">{sizeWords(size)}</span>
        </li>
      ))}
    </ul>
  );
}

function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
