package org.terminal30.hardware.waveform;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.terminal30.hardware.waveform.Profile.Family;

/** Every profile there is. */
public final class Profiles {
    private static final List<Profile> ALL = Stream
            .of(StartProfiles.ALL, InterruptionProfiles.ALL, LevelProfiles.ALL, PulseProfiles.ALL)
            .flatMap(List::stream).toList();

    private Profiles() {
    }

    public static List<Profile> all() {
        return ALL;
    }

    public static List<Profile> of(Family family) {
        return ALL.stream().filter(profile -> profile.family() == family).toList();
    }

    /** The profile of an id; empty when there is none. */
    public static Optional<Profile> find(String id) {
        return ALL.stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    /** All ids, space separated, for messages that say what would have been right. */
    public static String ids() {
        return ALL.stream().map(Profile::id).collect(Collectors.joining(" "));
    }
}
