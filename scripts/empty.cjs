// Stands in for packages that serve parts of Bolt we never construct (docs/decisions/0009-lean-bundle.md).
module.exports = {};
