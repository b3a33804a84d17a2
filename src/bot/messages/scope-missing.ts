/** What lacks where the workspace has not granted a scope, and who gives it. */
export function scopeMissing(scope: string): string {
  return `I lack the permission \`${scope}\` in this workspace: an admin gives it by installing Stint again.`;
}
