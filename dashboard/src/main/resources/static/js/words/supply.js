// The words for what is measured and found, whatever the job: docs/words.md says what belongs where.
export default {
  "channels": {
    "onboard": "On-board",
    "backup": "Backup",
    "backup_lead": "Backup lead",
    "battery": "Battery",
    "radio": "Radio feed",
    "backup_current": "Backup current",
    "battery_current": "Battery current"
  },
  "kinds": {
    "low": "Below 12.5 V",
    "critical": "Below 11.5 V",
    "dip": "Dip",
    "interruption": "Interruption",
    "feed-lost": "Feed lost",
    "surge": "Surge",
    "reversed": "Reversed polarity",
    "backup-lost": "Backup lost",
    "cranking": "Cranking",
    "not-watching": "Not watching",
    "gap": "Samples lost",
    "chattering": "Chattering"
  }
};
