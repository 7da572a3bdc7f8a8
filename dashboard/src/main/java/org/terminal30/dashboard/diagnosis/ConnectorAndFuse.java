package org.terminal30.dashboard.diagnosis;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was found at the radio's connector and its fuse, F10 or F20 on an Almera (S1). Old connectors are often oxidised: it is
 * strong only where something was seen that the car's own supply does not explain.
 */
final class ConnectorAndFuse implements Rule {
    private static final String SOURCE = "S1, S3";

    @Override
    public List<Argument> arguments(CaseHistory history) {
        boolean linked = !history.withSteadySupply().isEmpty() || !history.radioAlone().isEmpty();
        Strength bad = linked ? Strength.STRONG : Strength.WEAK;
        boolean clean = history.has(Looked.What.CONNECTOR_CLEAN) && history.has(Looked.What.FUSE_GOOD);
        return history.looked().stream().flatMap(entry -> switch (entry.what()) {
            case CONNECTOR_OXIDISED -> found(bad, "The radio's connector is oxidised", entry);
            case CONNECTOR_LOOSE -> found(bad, "The radio's connector is loose", entry);
            case FUSE_POOR_CONTACT -> found(bad, "The radio's fuse has a poor contact", entry);
            case FUSE_BLOWN -> found(bad, "The radio's fuse was blown", entry);
            case CONNECTOR_CLEAN -> clean
                    ? found(Strength.AGAINST, "Connector and fuse of the radio were looked at and good", entry)
                    : Stream.empty();
            default -> Stream.empty();
        }).toList();
    }

    private static Stream<Argument> found(Strength strength, String words, Looked entry) {
        return Stream.of(new Argument(Cause.CONTACT, strength, words, entry.at(), "clean and tight", SOURCE));
    }
}
