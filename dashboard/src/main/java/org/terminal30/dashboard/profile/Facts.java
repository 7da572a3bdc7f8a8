package org.terminal30.dashboard.profile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** What to go by, point by point; typed where a procedure works with it. */
public final class Facts {
    private static final int MAX_NUMBER = 20;

    private final Map<FactKind, Fact> facts;

    private Facts(Map<FactKind, Fact> facts) {
        this.facts = facts;
    }

    /** What is chosen for the head unit goes before what is chosen for the profile, and that before what is shipped. */
    static Facts of(Profile profile, Map<FactKind, Choice> workshop, Map<FactKind, Choice> headUnit) {
        Map<FactKind, Fact> facts = new EnumMap<>(FactKind.class);
        for (FactKind kind : FactKind.values()) {
            facts.put(kind, Fact.shipped(kind, profile.claims().getOrDefault(kind, List.of()))
                    .chosen(Fact.WORKSHOP, workshop.get(kind)).chosen(Fact.HEAD_UNIT, headUnit.get(kind)));
        }
        return new Facts(facts);
    }

    /** Every kind once, in the order of {@link FactKind}. */
    public List<Fact> all() {
        return List.copyOf(facts.values());
    }

    public Fact of(FactKind kind) {
        return Objects.requireNonNull(facts.get(kind), "every kind is there");
    }

    /** A number, for the kinds that are one. */
    public OptionalInt number(FactKind kind) {
        String says = of(kind).says();
        return says == null ? OptionalInt.empty() : OptionalInt.of(Forms.number(says, MAX_NUMBER));
    }

    /** The lines, for the kinds that are a list; empty when nothing is known. */
    public List<String> lines(FactKind kind) {
        String says = of(kind).says();
        return says == null ? List.of() : Forms.lines(says);
    }

    public Optional<LockoutSchedule> lockout() {
        return Optional.ofNullable(of(FactKind.LOCKOUT).says()).map(LockoutSchedule::parse);
    }

    /**
     * What does not look as it should about a serial number, as sentences; capitals, without spaces and dashes. Where shipped sources
     * disagree, a number that any of them describes is in order.
     */
    public List<String> serialDoubts(String number) {
        Fact fact = of(FactKind.SERIAL);
        String says = fact.says();
        boolean someSourceFits = fact.choice() == null && fact.claims().stream().anyMatch(
                claim -> SerialRule.parse(claim.says()).doubts(number).isEmpty());
        if (says == null || someSourceFits) {
            return List.of();
        }
        return SerialRule.parse(says).doubts(number).stream().map(
                doubt -> "It %s, as %s says of this kind: compare with the sticker.".formatted(doubt, fact.source()))
                .toList();
    }

    public List<DisplayWords> display() {
        String says = of(FactKind.DISPLAY).says();
        return says == null ? List.of() : DisplayWords.parse(says);
    }
}
