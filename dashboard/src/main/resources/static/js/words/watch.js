// The words of a plain watch: docs/words.md says what belongs where.
export default {
  "job": "Watch"
};
