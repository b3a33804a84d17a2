/**
 * Stands in for `@aws-sdk/middleware-endpoint-discovery` in the bundles (docs/decisions/0009-lean-bundle.md): no command of
 * DynamoDB's asks for an endpoint of its own.
 */
export const resolveEndpointDiscoveryConfig = <Config>(config: Config): Config => config;

/** Read by nobody, since nothing resolves it. */
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {};
