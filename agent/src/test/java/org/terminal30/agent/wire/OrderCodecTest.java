package org.terminal30.agent.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.agent.job.Action;
import org.terminal30.agent.job.CodeRules;
import org.terminal30.agent.job.JobSettings;
import org.terminal30.agent.job.Lockouts;
import org.terminal30.agent.job.Lockouts.Wait;
import org.terminal30.agent.job.SaverProfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OrderCodecTest {
    private static final Order.Header HEADER = new Order.Header("o-1", 2, Instant.parse("2026-11-21T14:32:07.123Z"),
            "Anna \"A\"");

    private static final JobSettings SETTINGS = JobSettings.NONE
            .withSaver(new SaverProfile("BAT 415", 13.5, 15.0, 0.35, 10.5), 5.0)
            .withLoad(new JobSettings.Load(0.4, "service manual"))
            .withHeadUnit(List.of("Take the USB stick out", "Hold \"Power\" for 5 s"), "Code card: glove compartment")
            .withCode(new CodeRules(3, 2, 1_200L,
                    new Lockouts(3, List.of(new Wait(15, 30), new Wait(60, null), new Wait(null, null))), true, false,
                    List.of("Ignition on", "Digits with 1 to 6"), Map.of("lockout", "After 3 codes: 60 min (S2)")));

    @Test
    void everyActionToJsonAndBack_isTheSame() throws Exception {
        var nobody = new Order.Header("o-2", 0, Instant.parse("2026-11-21T14:32:07Z"), null);
        for (Order order : List.of(new Order.StartJob(nobody, "watch", "17"), new Order.FinishJob(HEADER, "j"),
                new Order.AbortJob(HEADER, "j"), new Order.Acknowledge(HEADER, "a"), new Order.Silence(HEADER, "a"),
                new Order.Reset(HEADER, "a"), new Order.Shelve(HEADER, "a", 15, "the \"known\" fault"),
                new Order.Unshelve(HEADER, "a"), new Order.StartJob(nobody, "battery-swap", "17", SETTINGS),
                new Order.TickStep(nobody, "j", new Action.Tap("code-known")),
                new Order.TickStep(nobody, "j", new Action.Enter("quiescent-load", "0,4")),
                new Order.TickStep(nobody, "j", new Action.Skip("new-battery", "no meter")))) {
            assertThat(OrderCodec.order(OrderCodec.json(order))).isEqualTo(order);
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nonsense                                                                | not JSON
            []                                                                      | must be a JSON object
            {"id":"a","expectedRevision":1}                                         | "expiresAt" is missing
            {"id":"a","expectedRevision":-1,"expiresAt":"2026-11-21T14:32:07Z"}     | "expectedRevision" is -1, must be
            {"id":7,"expectedRevision":1,"expiresAt":"2026-11-21T14:32:07Z"}        | "id" is 7, must be a string
            {"id":"a","expectedRevision":1,"expiresAt":"soon","action":"reset"}     | "expiresAt" is "soon", must be a time
            {"id":"a","expectedRevision":1,"expiresAt":"2026-11-21T14:32:07Z","action":"explode"} | unknown action "explode", known are start-job
            {"id":"a","expectedRevision":1,"expiresAt":"2026-11-21T14:32:07Z","action":"reset"}   | "alarm" is missing
            {"id":"a","expectedRevision":1,"expiresAt":"2026-11-21T14:32:07Z","action":"shelve","alarm":"b","why":"c"}             | "minutes" is missing, must be an integer of at least 1
            {"id":"a","expectedRevision":1,"expiresAt":"2026-11-21T14:32:07Z","action":"shelve","alarm":"b","minutes":5,"why":" "} | "why" is " ", must be a string
            {"id":"a","expectedRevision":0,"expiresAt":"2026-11-21T14:32:07Z","action":"tick-step","job":"j"}                      | "step" is missing
            {"id":"a","expectedRevision":0,"expiresAt":"2026-11-21T14:32:07Z","action":"tick-step","job":"j","step":"s","value":"1","skip":"x"} | exclude each other
            {"id":"a","expectedRevision":0,"expiresAt":"2026-11-21T14:32:07Z","action":"start-job","kind":"k","vehicle":"1","settings":{"load":{"amperes":-1,"origin":"x"}}} | "settings": load is -1.0 A, must be from 0 to 100
            {"id":"a","expectedRevision":0,"expiresAt":"2026-11-21T14:32:07Z","action":"start-job","kind":"k","vehicle":"1","settings":{"saver":{"name":"x","noLoadVolts":3,"diodeVolts":0,"holdFloorVolts":10}}} | saver.noLoadVolts is 3.0, must be from 5
            {"id":"a","expectedRevision":0,"expiresAt":"2026-11-21T14:32:07Z","action":"start-job","kind":"k","vehicle":"1","settings":{"saver":{"name":"x"}}} | "noLoadVolts" is missing, must be a number
            {"id":"a","expectedRevision":0,"expiresAt":"2026-11-21T14:32:07Z","action":"start-job","kind":"k","vehicle":"1","settings":{"code":{"refused":-1}}} | code.refused is -1, must be from 0
            {"id":"a","expectedRevision":0,"expiresAt":"2026-11-21T14:32:07Z","action":"start-job","kind":"k","vehicle":"1","settings":{"code":{"attempts":"three"}}} | "attempts" is "three", must be an integer
            {"id":"a","expectedRevision":0,"expiresAt":"2026-11-21T14:32:07Z","action":"start-job","kind":"k","vehicle":"1","settings":{"code":{"ignitionOn":"yes"}}} | "ignitionOn" is "yes", must be true or false
            {"id":"a","expectedRevision":0,"expiresAt":"2026-11-21T14:32:07Z","action":"start-job","kind":"k","vehicle":"1","settings":{"code":{"lockouts":{"codesPerWait":3,"waits":[{"minMinutes":60,"maxMinutes":30}]}}}} | lockout.maxMinutes is 30, must be from 60
            {"id":"a","expectedRevision":0,"expiresAt":"2026-11-21T14:32:07Z","action":"start-job","kind":"k","vehicle":"1","settings":{"standby":[7]}} | "standby" has 7, must be sentences
            {"id":"a","expectedRevision":0,"expiresAt":"2026-11-21T14:32:07Z","action":"start-job","kind":"k","vehicle":"1","settings":{"standby":[" "]}} | "settings": standby is [ ], must be at most 20 sentences
            """)
    void textThatIsNotAnOrder_isRefusedWithTheReason(String text, String message) {
        assertThatThrownBy(() -> OrderCodec.order(text)).isInstanceOf(MalformedOrderException.class)
                .hasMessageContaining(message);
    }
}
