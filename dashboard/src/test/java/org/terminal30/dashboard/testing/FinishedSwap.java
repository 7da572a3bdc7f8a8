package org.terminal30.dashboard.testing;

/** A swap of two minutes as a bay tells it, in lines of the wire: on-board and backup, steps, verdict, an alarm. */
public final class FinishedSwap {
    private static final long SECOND = 1_000_000_000L;
    private static final int SECONDS = 120;
    private static final int WINDOWS_PER_SECOND = 10;

    private final FakeBay bay;
    private final long startNanos;
    private final long vehicle;

    public FinishedSwap(FakeBay bay, long startNanos, long vehicle) {
        this.bay = bay;
        this.startNanos = startNanos;
        this.vehicle = vehicle;
    }

    public long startNanos() {
        return startNanos;
    }

    public long vehicle() {
        return vehicle;
    }

    /** Its first transition only. */
    public void begin() {
        bay.write(job(1, "running", "", startNanos));
    }

    /** All of it. */
    public void write() {
        begin();
        bay.write(
                "channel,bay=1,channel=onboard,site=main device=\"ADS1115 at 0x48\",rate=475.0,nominal=475.0,calibration=\"uncalibrated\",due=false %d"
                        .formatted(startNanos));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < SECONDS * WINDOWS_PER_SECOND; i++) {
            double volts = i < 200 ? 12.70 : i < 800 ? 12.35 : 12.82;
            window(lines, "onboard", i, volts);
            window(lines, "backup", i, i < 200 ? 13.2 : i < 800 ? 12.75 : 13.2);
        }
        bay.write(lines.toString());
        long raised = startNanos + 30 * SECOND;
        bay.write(("alarm,bay=1,channel=onboard,id=a1,site=main rev=1i,kind=\"critical\",priority=\"warning\","
                + "state=\"unacknowledged\",condition=true,raised=%di,silenced_until=0i,job=\"s1\" %d")
                .formatted(raised, raised));
        bay.write(job(2, "finished", ",progress=\"" + progress().replace("\"", "\\\"") + "\"",
                startNanos + SECONDS * SECOND));
    }

    /** A dip of its time that the bay had not been able to send. */
    public void lateEvent() {
        bay.write(
                ("event,bay=1,channel=onboard,id=e9,kind=dip,site=main rev=1i,open=false,duration=%di,min=11.1,max=12.7,"
                        + "saturated=false,job=\"s1\",clock=\"synchronised\" %d")
                        .formatted(SECOND / 2, startNanos + 50 * SECOND));
    }

    private void window(StringBuilder lines, String channel, int index, double volts) {
        lines.append(
                "voltage,bay=1,channel=%s,site=main min=%s,max=%s,sum=%s,n=10i %d\n".formatted(channel, volts - 0.01,
                        volts + 0.01, volts * 10, startNanos + index * (SECOND / WINDOWS_PER_SECOND)));
    }

    private String job(int revision, String state, String more, long at) {
        return ("job,bay=1,id=s1,site=main rev=%di,kind=\"battery-swap\",state=\"%s\",phase=\"preparing\",started=%di,"
                + "vehicle=\"%d\",who=\"Anna\"%s %d").formatted(revision, state, startNanos, vehicle, more, at);
    }

    private String progress() {
        long start = startNanos / 1_000_000;
        return """
                {"steps":[{"id":"code-known","how":"tapped","state":"done","atMillis":%d,"who":"Anna"},\
                {"id":"battery-out","how":"measured","state":"done","atMillis":%d},\
                {"id":"battery-in","how":"measured","state":"done","atMillis":%d},\
                {"id":"witness-lamp","how":"tapped","state":"not-confirmed","atMillis":%d}],\
                "verdicts":[{"about":"disconnect","word":"safe-to-disconnect","tint":"green","sinceMillis":%d,"evidence":[]},\
                {"about":"memory","word":"memory-kept","tint":"green","sinceMillis":%d,"evidence":[{"about":"lowest",\
                "outcome":"proven","reason":"high-enough","value":12.34,"limit":9.0,"unit":"V"}]}],\
                "figures":{"lowestVolts":12.34,"shortestSeenMillis":4.2},"question":"memory"}"""
                .formatted(start + 5_000, start + 20_000, start + 80_000, start + 21_000, start + 15_000,
                        start + 90_000);
    }
}
