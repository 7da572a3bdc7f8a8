// The JSON of the REST interface, for editors and readers; /openapi is the whole of it.

/** @typedef {{channel: string, t: number, min: number, max: number, mean: number, n: number}} Window t: epoch ms of its start; 100 ms long */
/** @typedef {{id: string, bay: string, channel: string, kind: string, startedAt: string, open: boolean, durationMillis: number, minVolts?: number, maxVolts?: number, parent?: string, job?: string, revision: number}} SupplyEvent */
/** @typedef {{id: string, bay: string, channel: string, kind: string, priority: "critical"|"warning"|"status", state: string, condition: boolean, raisedAt: string, changedAt: string, silencedUntil?: string, acknowledgedBy?: string, revision: number, minVolts?: number, openSince: string, durationMillis: number, reason?: string, count: number, phase?: string, shelf?: {until: string, by?: string, why: string}, actions: string[]}} Alarm */
/** @typedef {{id: string, bay: string, kind: string, state: string, phase: string, vehicle?: {id: number, label: string, plate: string}, startedAt: string, finishedAt?: string, revision: number, progress?: JobProgress}} Job */
/** @typedef {{id: string, words?: string, how: "measured"|"tapped"|"entered", state: "waiting"|"done"|"not-confirmed"|"skipped"|"failed", at?: string, who?: string, figures: Record<string, number>, reason?: string}} JobStep */
/** @typedef {{about: string, word: string, tint: "white"|"green"|"amber"|"red", since: string, evidence: {about: string, outcome: string, reason: string, value?: number, limit?: number, unit?: string, source?: string}[]}} JobVerdict */
/** @typedef {{steps: JobStep[], verdicts: JobVerdict[], figures: Record<string, number>, question?: string}} JobProgress */
/** @typedef {{id: number, name: string, noLoadVolts: number, ratingAmperes?: number, diode: "inside"|"box"|"none", diodeVolts: number, holdFloorVolts: number, remarks?: string, retired: boolean, latestTest?: {testedOn: string, amperes: number, seconds: number, heldVolts: number, limitVolts: number, passed: boolean, enteredBy: string}, testedToday: boolean}} Saver */
/** @typedef {{version: string, source: string, watching: boolean, trouble?: string, vehicle: boolean, rateHertz: number, malformed: number, pending: number, quarantined: number, clock: string, at: string}} Agent */
/** @typedef {{bay: string, channel: string, device: string, rateHertz: number, nominalRateHertz: number, calibration: "calibrated"|"uncalibrated"|"coarse", calibratedOn?: string, due: boolean, at: string}} ChannelStatus */
/** @typedef {{site: string, bay: string, online: boolean, lagMillis?: number, agent?: Agent, windows: Record<string, Window>, channels: Record<string, ChannelStatus>, job?: Job, alarms: Alarm[], now: string}} Bay */
/** @typedef {{id: number, plate: string, make: string, model: string, generation?: string, year?: number, vin?: string, note?: string}} Vehicle */
/** @typedef {{channel: string, from: string, to: string, stepMillis: number, t: number[], min: number[], max: number[], mean: number[]}} History */
/** @typedef {{event: string, channel: string, startedAt: string, durationMillis: number, samples: number, rateHertz: number, t: number[], values: (number|null)[]}} Waveform t: ms after the start of the event; null where a gap begins */
/** @typedef {{cause?: string, because: string, next: string, causes: {cause: string, words: string, standing: "strong"|"some"|"against"|"nothing", arguments: {strength: string, words: string, at?: string, limit: string, source: string}[]}[], risk: {level: "high"|"raised"|"none-seen"|"unknown", reasons: {words: string, at?: string, source: string}[]}, seen: {locks: number, engineStarts: number, parkedStretches: number, watchedHours: number, radioWatchedHours: number}}} Diagnosis */
/** @typedef {{state: "ready"|"catching-up"|"unreachable"|"refusing"|"full", since?: string, words: string[], waitingRecords: number, waitingBytes: number, limitBytes: number, refusedRecords: number}} StoreState */

export {};
