// Stands in for the package's own list in the bundles (docs/decisions/0009-lean-bundle.md): what a function takes of Bolt.
exports.App = require('@slack/bolt/dist/App').default;
exports.AwsLambdaReceiver = require('@slack/bolt/dist/receivers/AwsLambdaReceiver').default;
