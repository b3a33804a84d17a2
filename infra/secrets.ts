/** The secrets, as the environment of each function names them: none is where it is not needed. */
export function createSecrets() {
  const signing = { SLACK_SIGNING_SECRET: new sst.Secret('SlackSigningSecret').value };
  // One workspace has a bot token; where many install the app, it has the other three. What is not set stays empty.
  const oneWorkspace = { SLACK_BOT_TOKEN: new sst.Secret('SlackBotToken', '').value };
  const manyWorkspaces = {
    SLACK_CLIENT_ID: new sst.Secret('SlackClientId', '').value,
    SLACK_CLIENT_SECRET: new sst.Secret('SlackClientSecret', '').value,
    STINT_TOKEN_KEY: new sst.Secret('StintTokenKey', '').value,
  };
  return {
    /** To speak to Slack in whatever workspace. */
    speaking: { ...signing, ...oneWorkspace, ...manyWorkspaces },
    /** To be installed: it has no workspace yet. */
    installing: { ...signing, ...manyWorkspaces },
  };
}
