// The kinds of job as people see them: in this order on the bay's page, the most frequent first.

const JOBS = [
  { kind: "battery-swap", name: "Battery swap", hint: "Says when it is safe to disconnect" },
  { kind: "alternator-check", name: "Alternator check", hint: "Rest, start, idle, load" },
  { kind: "code-entry", name: "Radio code", hint: "Enter it, or wait out a lockout" },
  { kind: "relock-watch", name: "Re-lock watch", hint: "Hours to weeks, unattended" },
  { kind: "watch", name: "Watch", hint: "12.5 and 11.5\u00a0V, no steps" },
];

/** Kinds that nobody starts at a bay. */
const OTHERS = { "imported-recording": "Imported recording" };

export const [mainJob, ...otherJobs] = JOBS;

/** @param {string} kind on the wire */
export const jobName = (kind) => JOBS.find((job) => job.kind === kind)?.name ?? OTHERS[kind] ?? kind;
export const jobState = (state) => ({ running: "running", finished: "finished", aborted: "aborted" })[state] ?? state;
