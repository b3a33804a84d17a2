import { fromEnv } from '@aws-sdk/credential-provider-env';

/** Stands in for `@aws-sdk/credential-provider-node` in the bundles (docs/decisions/0009-lean-bundle.md). */
export const defaultProvider = fromEnv;
