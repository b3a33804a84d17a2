const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of block characters, `cells` wide for a `value` of `longest`; whatever is more than nothing shows at least a sliver. */
export function barOf(value: number, longest: number, cells: number): string {
  if (value <= 0 || longest <= 0) return '';
  const eighths = Math.max(1, Math.round((Math.min(value, longest) / longest) * cells * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}
