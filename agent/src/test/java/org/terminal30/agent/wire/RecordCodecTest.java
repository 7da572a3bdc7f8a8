package org.terminal30.agent.wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecordCodecTest {
    private static final int RECORDS = 2_000;

    @Test
    void anyRecordToALineAndBack_isTheSame() throws Exception {
        long seed = System.nanoTime();
        System.out.println("RecordCodecTest seed " + seed);
        var records = new RandomRecords(seed);
        for (int i = 0; i < RECORDS; i++) {
            WireRecord record = records.next();
            String line = RecordCodec.line(record);
            assertThat(line).as("seed %d", seed).doesNotContain("\n");
            assertThat(RecordCodec.record(LineProtocol.parse(line, 1, 0))).as("seed %d, %s", seed, line)
                    .isEqualTo(record);
        }
    }

    @Test
    void lineEndsInText_becomeSpacesBecauseABatchIsCutIntoLines() throws Exception {
        var job = new WireRecord.Job(new BayId("main", "1"), "j1", 1, 1, "watch", "running", "watch", 1, "17",
                "Anna\r\nB\nC", null, null);
        assertThat(LineProtocol.parse(RecordCodec.line(job), 1, 0).fields()).containsEntry("who", "Anna  B C");
    }

    @Test
    void backslashInATag_isNotWritten_becauseTheProtocolCannotCarryItEverywhere() {
        var job = new WireRecord.Job(new BayId("main", "1"), "j\\", 1, 1, "watch", "running", "watch", 1, null, null,
                null, null);
        assertThatThrownBy(() -> RecordCodec.line(job)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("j\\");
    }

    @ParameterizedTest
    @CsvSource({"1, 1763683200000000000", "1000, 1763683200000000", "1000000, 1763683200000", "1000000000, 1763683200"})
    void timeInAnyPrecision_isNanoseconds(long nanosPerUnit, String time) throws Exception {
        assertThat(LineProtocol.parse("m f=1 " + time, nanosPerUnit, 0).timeNanos())
                .isEqualTo(1_763_683_200_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m f=1", "m f=1 "})
    void lineWithoutATime_hasTheTimeOfNow(String line) throws Exception {
        assertThat(LineProtocol.parse(line, 1, 42).timeNanos()).isEqualTo(42);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                              | the measurement is missing
            ` f=1 1`                        | the measurement is missing
            m                               | expected a space before the fields
            m,t                             | expected = after the tag "t"
            m,t= f=1 1                      | a tag needs a name and a value
            m,=v f=1 1                      | a tag needs a name and a value
            m,t=a,t=b f=1 1                 | the tag "t" stands twice
            m f 1                           | expected = after the field "f"
            m =1 1                          | a field needs a name
            m f= 1                          | "" is not a value for the field "f"
            m f=x 1                         | "x" is not a value
            m f=NaN 1                       | "NaN" is not a value
            m f=0x1p3 1                     | "0x1p3" is not a value
            m f=1d 1                        | "1d" is not a value
            m f=1e999 1                     | "1e999" is not a value
            m f=1u 1                        | "1u" is not a value
            m f=1.5i 1                      | "1.5i" is not a value
            m f="x 1                        | the string of "f" does not end
            m f=1 x                         | "x" is not a time
            m f=1 1 1                       | "1 1" is not a time
            m f=1 99999999999999999999      | "99999999999999999999" is not a time
            """)
    void lineThatIsNotAPoint_isRefusedWithTheReasonAndThePlace(String line, String message) {
        assertThatThrownBy(() -> LineProtocol.parse(line, 1, 0)).isInstanceOf(MalformedLineException.class)
                .hasMessageContaining(message).hasMessageContaining("at character");
    }

    @Test
    void timeThatDoesNotFitNanoseconds_isRefused() {
        assertThatThrownBy(() -> LineProtocol.parse("m f=1 99999999999", 1_000_000_000, 0))
                .isInstanceOf(MalformedLineException.class).hasMessageContaining("99999999999");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            current,bay=1,channel=onboard,site=main min=1,max=1,sum=1,n=1i 1     | unknown measurement "current"
            voltage,bay=1,site=main min=1,max=1,sum=1,n=1i 1                     | the tag "channel" is missing
            voltage,bay=1,channel=starter,site=main min=1,max=1,sum=1,n=1i 1     | unknown channel "starter", known are onboard
            voltage,bay=A,channel=onboard,site=main min=1,max=1,sum=1,n=1i 1     | bay is "A", must be
            voltage,bay=1,channel=onboard,site=main min=1,max=1,sum=1,n=0i 1     | the field "n" is 0, must be at least 1
            voltage,bay=1,channel=onboard,site=main min=1,max=1,sum=1,n=1 1      | the field "n" is 1.0, must be an integer
            voltage,bay=1,channel=onboard,site=main min=1i,max=1,sum=1,n=1i 1    | the field "min" is 1, must be a number
            voltage,bay=1,channel=onboard,site=main max=1,sum=1,n=1i 1           | the field "min" is missing
            voltage,bay=1,channel=onboard,site=main min=1,max=1,sum=1,n=1i,x=1 1 | fields [x]
            voltage,bay=1,channel=onboard,site=main,t=v min=1,max=1,sum=1,n=1i 1 | unknown tags [t]
            event,bay=1,channel=onboard,id=a,kind=bang,site=main rev=1i,open=true,duration=1i,saturated=false,clock="unsure" 1 | unknown kind "bang", known are low
            event,bay=1,channel=onboard,id=a,kind=dip,site=main rev=0i,open=true,duration=1i,saturated=false,clock="unsure" 1  | the field "rev" is 0, must be 1
            event,bay=1,channel=onboard,id=a,kind=dip,site=main rev=1i,open=true,duration=1i,saturated=false,clock="late" 1    | unknown clock "late", known are synchronised
            alarm,bay=1,channel=onboard,id=a,site=main rev=1i,kind="low",priority="urgent",state="normal",condition=true,raised=1i,silenced_until=0i 1  | unknown priority "urgent", known are status warning critical
            alarm,bay=1,channel=onboard,id=a,site=main rev=1i,kind="low",priority="warning",state="asleep",condition=true,raised=1i,silenced_until=0i 1 | unknown state "asleep", known are unacknowledged
            alarm,bay=1,channel=onboard,id=a,site=main rev=1i,kind="low",priority="warning",state="shelved",condition=true,raised=1i,silenced_until=0i,why="x" 1 | the field "shelved_until" is missing
            alarm,bay=1,channel=onboard,id=a,site=main rev=1i,kind="low",priority="warning",state="normal",condition=true,raised=1i,silenced_until=0i,shelved_until=1i,why="x" 1 | fields [
            alarm,bay=1,channel=onboard,id=a,site=main rev=1i,kind="low",priority="warning",state="normal",condition=true,raised=1i,silenced_until=0i,count=0i 1 | the field "count" is 0, must be 1
            """)
    void pointThatIsNotARecord_isRefusedWithTheReason(String line, String message) {
        assertThatThrownBy(() -> RecordCodec.record(LineProtocol.parse(line, 1, 0)))
                .isInstanceOf(MalformedLineException.class).hasMessageContaining(message);
    }
}
