/** What the app asks a workspace for; manifest.json says the same. */
export const BOT_SCOPES = [
  'commands',
  'chat:write',
  'users:read',
  'app_mentions:read',
  'im:history',
] as const;

/** What it would like to have: manifest.json marks it as optional, and whoever installs the app may leave it out. */
export const OPTIONAL_SCOPES = ['files:write'] as const;
