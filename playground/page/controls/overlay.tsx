import { type ComponentProps, type RefObject, useLayoutEffect, useRef } from 'react';

type Props = ComponentProps<'div'> & {
  /** What it opens from, and stays beside. */
  readonly anchor: RefObject<HTMLElement | null>;
};

const GAP = 4;
const EDGE = 8;
const TALLEST = 280;
const NARROWEST = 220;

/** A list over everything else, so that no modal and no scrolled place cuts it off. It is open while it is there. */
export function Overlay({ anchor, ...about }: Props) {
  const overlay = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const [list, opener] = [overlay.current, anchor.current];
    if (!list || !opener) return;
    const follow = () => place(list, opener.getBoundingClientRect());
    list.showPopover();
    follow();
    window.addEventListener('resize', follow);
    window.addEventListener('scroll', follow, true);
    return () => {
      window.removeEventListener('resize', follow);
      window.removeEventListener('scroll', follow, true);
    };
  }, [anchor]);

  return <div {...about} ref={overlay} popover="manual" />;
}

/** Below the opener, or above it where there is more room; it grows away from the opener. */
function place({ style }: HTMLElement, opener: DOMRect): void {
  const page = document.documentElement;
  const roomBelow = page.clientHeight - opener.bottom - GAP - EDGE;
  const roomAbove = opener.top - GAP - EDGE;
  const isBelow = roomBelow >= TALLEST || roomBelow >= roomAbove;
  const width = Math.max(opener.width, NARROWEST);
  style.top = isBelow ? `${opener.bottom + GAP}px` : 'auto';
  style.bottom = isBelow ? 'auto' : `${page.clientHeight - opener.top + GAP}px`;
  style.left = `${Math.max(EDGE, Math.min(opener.left, page.clientWidth - width - EDGE))}px`;
  style.width = `${width}px`;
  style.maxHeight = `${Math.min(TALLEST, isBelow ? roomBelow : roomAbove)}px`;
}
