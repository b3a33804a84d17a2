import { createContext, useContext } from 'react';
import { personById, TEAMS } from '../../slack/workspace.ts';
import { Emoji } from './emoji.tsx';
import { formatDate } from './format-date.ts';
import { type Paragraph, type Piece, parseMrkdwn } from './parse.ts';

/** The zone of whoever looks, for dates. */
export const ZoneContext = createContext('UTC');

/** A text in Slack's mark-up. */
export function Mrkdwn({ text }: { readonly text: string }) {
  return parseMrkdwn(text).map((paragraph, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name
    <ParagraphItem key={index} paragraph={paragraph} />
  ));
}

function ParagraphItem({ paragraph }: { readonly paragraph: Paragraph }) {
  switch (paragraph.kind) {
    case 'preformatted':
      return <pre className="mrkdwn-pre">{paragraph.text}</pre>;
    case 'quote':
      return (
        <blockquote className="mrkdwn-quote">
          <Pieces pieces={paragraph.pieces} />
        </blockquote>
      );
    case 'lines':
      return (
        <p className="mrkdwn">
          <Pieces pieces={paragraph.pieces} />
        </p>
      );
  }
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name
  return pieces.map((piece, index) => <PieceItem key={index} piece={piece} />);
}

function PieceItem({ piece }: { readonly piece: Piece }) {
  const zone = useContext(ZoneContext);
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return <code className="mrkdwn-code">{piece.text}</code>;
    case 'emoji':
      return <Emoji name={piece.name} />;
    case 'bold':
      return (
        <strong>
          <Pieces pieces={piece.pieces} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Pieces pieces={piece.pieces} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Pieces pieces={piece.pieces} />
        </s>
      );
    case 'date':
      return (
        <time dateTime={new Date(piece.seconds * 1000).toISOString()}>
          {formatDate(piece.seconds, piece.format, zone, piece.fallback)}
        </time>
      );
    case 'mention':
      return <span className="mention">{mentionName(piece.id, piece.text)}</span>;
    case 'link':
      return /^(https?|mailto):/.test(piece.url) ? (
        <a href={piece.url} target="_blank" rel="noreferrer">
          {piece.text}
        </a>
      ) : (
        piece.text
      );
  }
}

function mentionName(id: string, label: string): string {
  const sign = id.slice(0, 1) === '#' ? '#' : '@';
  const channel = TEAMS.find((team) => id === `#${team.channel.id}`)?.channel;
  const known = channel?.name ?? personById(id.slice(1))?.realName;
  return `${sign}${known ?? (label || id.slice(1))}`;
}
