// The words of a re-lock watch, for the pages and for reports: JSON after the first word. docs/words.md says what belongs where.
export default {
  "job": "Re-lock watch",
  "conclusion": "relock",
  "steps": {},
  "notes": {},
  "verdicts": {
    "relock:not-enough-watched": ["Not enough watched yet", "Leave the leads on. Nothing sounds at the bay: lights and pages show what happens."],
    "relock:nothing-found": ["Nothing found so far", "Go on watching, or enter the lock if the radio locked: a lock with a clean supply is evidence, too."],
    "relock:contact-found": ["Found: the radio's own feed breaks", "Its connector, its fuse, the wire between. The car's own supply was steady."],
    "relock:supply-found": ["Found: the car's own supply", "Battery, clamps, alternator: an alternator check tells which."],
    "relock:drain-found": ["Found: something empties the battery", "Measure what the sleeping car draws, and pull fuses one by one."],
    "relock:several-found": ["Found: more than one thing", "The vehicle's page weighs them against the times at which the radio locked."]
  },
  "reasons": {
    "radio:no-radio-channel": ["The radio's own feed is not measured here", "A lead at B+ of its connector shows what breaks between battery and radio."],
    "radio:breaks": ["The radio's feed broke while the car's supply was steady"],
    "radio:feed-or-lead": ["The radio's feed was away for longer: its lead came off, or the feed itself failed", "Look whether the lead is on."],
    "radio:no-break": ["No break of the radio's feed alone"],
    "radio:not-long-enough": ["The radio's feed: watched for less than 24 h"],
    "supply:faults": ["The car's own supply broke or surged for a moment"],
    "supply:empty": ["The battery fell below 11.5 V with nothing cranking"],
    "supply:steady": ["The car's own supply was steady"],
    "supply:not-long-enough": ["The car's supply: watched for less than 24 h"],
    "start:none": ["No engine start was seen", "Start it now and then: a weak battery shows there."],
    "start:weak": ["An engine start was weaker than any healthy battery's"],
    "start:strong": ["Engine starts: none was weak"],
    "start:too-slow": ["This meter is too slow or too coarse to judge an engine start"],
    "rest:too-coarse": ["This meter is too coarse to see what the battery loses"],
    "rest:falls": ["The voltage of the parked car falls: 4 mV an hour and more"],
    "rest:holds": ["The parked car loses no more than sleeping costs"],
    "rest:between": ["The parked car's voltage falls a little: a cold night, or a small load"],
    "rest:no-rest": ["No six hours of rest yet, four hours after the engine ran"]
  },
  "figures": {
    "elapsedHours": "Since the beginning",
    "watchedHours": "Car's supply watched",
    "gaps": "Gaps in watching it",
    "radioWatchedHours": "Radio's feed watched",
    "radioGaps": "Gaps at the radio",
    "radioBreaks": "Breaks of the radio's feed alone",
    "longestRadioBreakMillis": "Longest of them",
    "radioAway": "Radio's feed or its lead away for longer",
    "supplyFaults": "Short faults of the car's supply",
    "supplyAway": "Battery or lead off",
    "criticals": "Below 11.5 V, not cranking",
    "engineStarts": "Engine starts",
    "lowestStartVolts": "Lowest while cranking, inrush left out",
    "lowestVolts": "Lowest voltage",
    "restVolts": "At rest",
    "fallMillivoltsPerHour": "Falls at rest by",
    "steepestMillivoltsPerHour": "Steepest fall at rest"
  }
};
