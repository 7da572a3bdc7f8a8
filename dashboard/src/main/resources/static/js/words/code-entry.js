// The words of a code entry and its lockouts, for the pages and for reports: JSON after the first word. docs/words.md says what belongs where.
export default {
  "job": "Radio code",
  "steps": {
    "code-known": { "name": "Radio code known, and where it is kept", "confidential": true },
    "engine-running": { "name": "Engine running, or a charger on" },
    "engine-off": { "name": "Ignition on, engine off" },
    "supply": { "name": "Supply steady", "onlyMeasured": true, "needed": true },
    "code": { "name": "Code typed in", "onlyMeasured": true, "needed": true },
    "lockout": { "name": "Lockout waited out", "onlyMeasured": true, "needed": true },
    "charger": { "name": "Charger on the battery", "tap": "It is on", "needed": true }
  },
  "notes": {
    "refused": "refused"
  },
  "verdicts": {
    "entry:measuring": ["Wait: measuring the supply", "Half a minute without a swing of more than 0.1 V. Do not type yet."],
    "entry:unsteady": ["The supply swings", "Switch off what draws: blower, lamps, heated window. Close the doors."],
    "entry:ready": ["Ready for the code", "Type it in slowly, digit by digit."],
    "entry:last-attempt": ["Last attempt before a long lockout", "The supply is ready. Compare every digit with the card before you confirm."],
    "entry:charge-first": ["Charge first", "A supply below 12.5 V may freeze the radio in the middle of the code."],
    "entry:too-weak": ["Do not type the code", "Below 11.5 V the radio may misbehave: connect a charger."],
    "entry:too-high": ["Do not type the code", "More than 15 V: stop the engine or the charger, and check the regulator."],
    "entry:stop": ["Stop typing", "The supply fell. Leave the radio alone until it has been steady for half a minute."],
    "wait:counting-down": ["Locked", "The radio takes no code until the time is over. Do not pull the battery: the time is often kept without power."],
    "wait:may-be-over": ["Locked, perhaps not any more", "Look at the display: does the radio ask for its code?"],
    "wait:over": ["The time is over", "Look at the display: does the radio ask for its code?"],
    "wait:counting-up": ["Locked, nobody knows for how long", "No lockout is known of this radio: enter its kind, or the minutes that its display shows."],
    "wait:charger-needed": ["Connect a charger", "The battery may be too low for the code before the wait is over."],
    "wait:timer-in-doubt": ["The time may have begun anew", "Look at the display, then say which."],
    "wait:permanent": ["Locked for good", "Only a dealer can unlock it: serial number, VIN and proof of ownership."],
    "code:accepted": ["Code accepted", "Switch the ignition off and on once: the radio must not ask again."]
  },
  "reasons": {
    "level:nothing-seen": ["Nothing was measured yet"],
    "level:high-enough": ["Voltage high enough"],
    "level:charging": ["Charging voltage"],
    "level:low": ["Voltage low", "Connect a charger, or let the engine run."],
    "level:too-low": ["Voltage far too low", "Connect a charger."],
    "level:too-high": ["Voltage too high", "The regulator may be faulty: check the alternator first."],
    "steady:settling": ["Steady: has to be for 30 s"],
    "steady:steady": ["Steady for 30 s"],
    "steady:swings": ["Swings", "Switch off what draws, close the doors, check the clamps."],
    "sag:none-seen": ["No sag"],
    "sag:sagged": ["It sagged while the code may have been typed", "Look for a blower, a cooling fan, a door; then begin the code from its first digit."],
    "sag:slow-meter": ["This meter is too slow to see a short sag"],
    "attempts:more": ["More than one attempt left"],
    "attempts:last": ["One more refused code locks the radio", "Compare every digit with the card."],
    "attempts:unknown": ["How many attempts this radio allows is not known", "Take it for the last one."],
    "lockout:known": ["Lockout"],
    "lockout:range": ["Lockout, as far as the sources agree"],
    "lockout:or-more": ["Lockout, or longer"],
    "lockout:permanent": ["By its kind this radio stays locked"],
    "lockout:unknown": ["No lockout is known of this kind of radio"],
    "lockout:display": ["Lockout by the radio's own display"],
    "ignition:on": ["Ignition on for the whole wait"],
    "ignition:off": ["Ignition off, leave the car alone"],
    "ignition:unknown": ["Whether the ignition stays on is not known", "Sources disagree: the radio's papers say."],
    "power:watched": ["The supply was there throughout"],
    "power:lost": ["The supply was lost in the wait", "Some radios begin their time anew then."],
    "power:not-watched": ["Nobody measured for a while in the wait", "If the radio lost its supply then, it may have begun its time anew."],
    "low:gathering": ["Battery: a forecast needs ten minutes"],
    "low:below": ["Battery below 12.5 V already", "Connect a charger."],
    "low:falls": ["Battery falls to 12.5 V"],
    "low:no-fall": ["Battery: no fall to 12.5 V in sight"],
    "low:charging": ["Battery is being charged"],
    "critical:below": ["Battery below 11.5 V already", "Connect a charger."],
    "critical:falls": ["Battery falls to 11.5 V"]
  },
  "figures": {
    "refusedCodes": "Codes refused",
    "attemptsLeft": "Attempts left before a long lockout"
  }
};
