package org.terminal30.agent.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a section {@code [source]}: its {@code type} says which other keys there are. */
final class SourceConfigReader {
    private static final String TYPES = "one of " + String.join(" ",
            Stream.of(InstrumentSections.TYPES, ChipSections.TYPES, PlayedSections.TYPES).flatMap(List::stream)
                    .toList());

    private final Section in;
    private final Function<String, Path> resolved;

    SourceConfigReader(Section in, Function<String, Path> resolved) {
        this.in = in;
        this.resolved = resolved;
    }

    /** Empty after a fault that leaves no source. */
    Optional<SourceConfig> read() {
        String type = in.text("type", TYPES);
        Optional<? extends SourceConfig> source;
        if (InstrumentSections.TYPES.contains(type)) {
            source = new InstrumentSections(in).read(type);
        } else if (ChipSections.TYPES.contains(type)) {
            source = new ChipSections(in).read(type);
        } else if (PlayedSections.TYPES.contains(type)) {
            source = new PlayedSections(in, resolved).read(type);
        } else {
            if (!type.isEmpty()) {
                in.fault("type", type, TYPES);
            }
            return Optional.empty();
        }
        in.done();
        return source.map(SourceConfig.class::cast);
    }
}
