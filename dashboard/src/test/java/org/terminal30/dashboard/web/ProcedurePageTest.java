package org.terminal30.dashboard.web;

import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.terminal30.dashboard.history.EpochNanos;
import org.terminal30.dashboard.testing.Chromium;
import org.terminal30.dashboard.testing.TestDashboard;
import org.terminal30.testing.NeedsProgram;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Procedures on the page of their bay, in a real browser. */
@NeedsProgram("chromium")
class ProcedurePageTest {
    private static final String FOUND = """
            {"steps":[],"verdicts":[{"about":"relock","word":"contact-found","tint":"amber","sinceMillis":1763683230000,\
            "evidence":[{"about":"radio","outcome":"failed","reason":"breaks"}]}],"figures":{"elapsedHours":62.5,\
            "watchedHours":60.0,"gaps":2,"radioBreaks":3,"supplyFaults":0,"restVolts":12.511,\
            "fallMillivoltsPerHour":1.24},"question":"relock"}""";
    private static final String UNDERCHARGING = """
            {"steps":[{"id":"rest","how":"measured","state":"done","atMillis":1763683200000,"figures":{}},\
            {"id":"raised","how":"measured","state":"waiting","figures":{}}],\
            "verdicts":[{"about":"alternator","word":"undercharging","tint":"red","sinceMillis":1763683230000,"evidence":[]},\
            {"about":"rest","word":"pass","tint":"green","sinceMillis":1763683230000,\
            "evidence":[{"about":"resting","outcome":"proven","reason":"charged","value":12.71,"limit":12.5,"unit":"V"}]}],\
            "figures":{},"question":"alternator"}""";

    @TempDir
    private Path folder;
    private TestDashboard dashboard;
    private Chromium chromium;
    private Page page;

    @BeforeEach
    void openABrowser() {
        dashboard = TestDashboard.demo(folder);
        chromium = new Chromium();
        page = chromium.page();
    }

    @AfterEach
    void close() {
        chromium.close();
        dashboard.close();
    }

    @Test
    void whatAWatchHasFound_standsOnThePageInWordsAndFigures() {
        tell("relock-watch", "unattended", FOUND);
        page.navigate(dashboard.server().uri().resolve("/bays/1").toString());

        assertThat(page.getByTestId("verdict")).containsText("Found: the radio's own feed breaks");
        assertThat(page.getByTestId("verdict")).containsText("broke while the car's supply was steady");
        assertThat(figure("watchedHours")).hasText("2.5\u00a0days");
        assertThat(figure("radioBreaks")).hasText("3");
        assertThat(figure("fallMillivoltsPerHour")).hasText("1.2\u00a0mV/h");
        assertThat(figure("supplyFaults")).hasCount(0);
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void partsOfAnAlternatorCheck_standUnderTheirSteps() {
        tell("alternator-check", "engine", UNDERCHARGING);
        page.navigate(dashboard.server().uri().resolve("/bays/1").toString());

        assertThat(page.getByTestId("verdict")).containsText("Charges too little");
        assertThat(page.getByTestId("step-rest").getByTestId("answer-rest")).containsText("12.71 V, limit 12.50 V");
        assertThat(page.getByTestId("step-raised")).hasAttribute("data-current", "true");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void lockout_countsDown() {
        tell("code-entry", "code-entry", lockedSince(Instant.now().toEpochMilli()));
        page.navigate(dashboard.server().uri().resolve("/bays/1").toString());

        assertThat(page.getByTestId("verdict")).containsText("Locked");
        assertThat(page.getByTestId("countdown")).containsText(Pattern.compile("59:[34]\\d"));
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void alarmWithNobodyThere_makesNoSound() {
        page.navigate(dashboard.server().uri().resolve("/bays/1").toString());

        assertThat(loudest("watch")).isEqualTo("critical");
        assertThat(loudest("unattended")).isNull();
    }

    private static String lockedSince(long millis) {
        return """
                {"steps":[{"id":"code","how":"entered","state":"failed","atMillis":1763683200000,"figures":{},"reason":"refused"},\
                {"id":"lockout","how":"measured","state":"waiting","figures":{}}],\
                "verdicts":[{"about":"wait","word":"counting-down","tint":"white","sinceMillis":%d,\
                "evidence":[{"about":"lockout","outcome":"waiting","reason":"known","value":3590,"limit":3590,"unit":"s"}]}],\
                "figures":{"refusedCodes":3},"question":"wait"}"""
                .formatted(millis);
    }

    private void tell(String kind, String phase, String progress) {
        dashboard.bay("1").write(
                "job,bay=1,id=w1,site=main rev=9i,kind=\"%s\",state=\"running\",phase=\"%s\",started=%di,progress=\"%s\" %d"
                        .formatted(kind, phase, now(), progress.replace("\"", "\\\""), now()));
    }

    private Object loudest(String phase) {
        return page.evaluate("phase => import('/assets/js/sound.js').then(sound => sound.loudest("
                + "[{ state: 'unacknowledged', priority: 'critical', phase }], Date.now()))", phase);
    }

    private Locator figure(String name) {
        return page.locator("[data-figure=" + name + "]");
    }

    private static long now() {
        return EpochNanos.of(Instant.now());
    }
}
