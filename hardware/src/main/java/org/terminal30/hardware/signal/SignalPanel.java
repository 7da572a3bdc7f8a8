package org.terminal30.hardware.signal;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.terminal30.hardware.header.Lease;
import org.terminal30.hardware.header.PinHeader;

/**
 * Stack light, buzzer and acknowledge button of a bay. What is wanted is handed over without waiting, the latest wins;
 * {@link #turn} brings it to the lines, on the thread that owns them. A line that fails is counted, logged once and tried again
 * ever more seldom, and holds up nothing but itself. Who hands over has to do so again and again: what is older than
 * {@link #STALE} shows amber and never green.
 */
public final class SignalPanel {
    /** Without a word for so long, nobody knows whether all is well. */
    public static final Duration STALE = Duration.ofSeconds(1);

    private final Lease lease;
    private final Optional<OutputLine> green;
    private final Optional<OutputLine> amber;
    private final Optional<OutputLine> red;
    private final Optional<OutputLine> buzzer;
    private final Optional<ButtonLine> button;
    private final SignalPlayer player = new SignalPlayer();
    private final AtomicBoolean done = new AtomicBoolean();
    private volatile @Nullable Wanted wanted;
    private volatile @Nullable String trouble;
    private volatile long failures;

    private record Wanted(Indication indication, long atNanos) {
        Indication at(long nowNanos) {
            return nowNanos - atNanos > STALE.toNanos() ? indication.grownOld() : indication;
        }
    }

    /** @param header gives the lines, at the first turn */
    public SignalPanel(PinHeader header, SignalLines lines) {
        this.lease = header.lease();
        this.green = output("green light", lines.green());
        this.amber = output("amber light", lines.amber());
        this.red = output("red light", lines.red());
        this.buzzer = output("buzzer", lines.buzzer());
        this.button = Optional.ofNullable(lines.button()).map(line -> new ButtonLine(lease, line));
    }

    private Optional<OutputLine> output(String name, SignalLines.@Nullable Line line) {
        return Optional.ofNullable(line).map(there -> new OutputLine(lease, name, there));
    }

    /** What is to be shown and sounded from now on. From any thread, without waiting. */
    public void show(Indication indication, long nowNanos) {
        wanted = new Wanted(indication, nowNanos);
    }

    /** Sounds {@link Tone#DONE} once, unless something more important sounds. From any thread, without waiting. */
    public void done() {
        done.set(true);
    }

    /** Brings the lines to what they should be at this moment; true when the button has been pressed. On one thread. */
    public boolean turn(long nowNanos) {
        Wanted latest = wanted;
        Indication indication = latest == null ? Indication.DARK : latest.at(nowNanos);
        SignalPlayer.Levels levels = player.at(indication, done.getAndSet(false), nowNanos);
        // What wakes people first: the button, and the other lights, may wait for it.
        red.ifPresent(line -> line.put(levels.red(), nowNanos));
        buzzer.ifPresent(line -> line.put(levels.buzzer(), nowNanos));
        amber.ifPresent(line -> line.put(levels.amber(), nowNanos));
        green.ifPresent(line -> line.put(levels.green(), nowNanos));
        boolean pressed = button.isPresent() && button.get().isPressed(nowNanos);
        failures = troubles().mapToLong(LineTrouble::failures).sum();
        String sentences = troubles().map(LineTrouble::sentence).filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        trouble = sentences.isEmpty() ? null : sentences;
        return pressed;
    }

    private Stream<OutputLine> outputs() {
        return Stream.of(red, buzzer, amber, green).flatMap(Optional::stream);
    }

    private Stream<LineTrouble> troubles() {
        return Stream.concat(outputs().map(OutputLine::trouble), button.stream().map(ButtonLine::trouble));
    }

    /** What does not work, for people; null while all does. From any thread. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** Times that a line failed since the start. From any thread. */
    public long failures() {
        return failures;
    }

    /** Switches everything off and gives the lines back, once. On the thread that turned the panel, or after it has ended. */
    void release() {
        outputs().forEach(OutputLine::release);
        button.ifPresent(ButtonLine::release);
        lease.close();
    }
}
