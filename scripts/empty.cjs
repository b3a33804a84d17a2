// Stands in for what never runs in a function (docs/decisions/0009-lean-bundle.md). A class, since some of it is made anew at
// import, as one of many, and then never asked.
module.exports = class NeverRun {};
