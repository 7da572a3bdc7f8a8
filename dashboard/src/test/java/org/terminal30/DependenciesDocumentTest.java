package org.terminal30;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No library without a line in docs/dependencies.md. */
class DependenciesDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern DEPENDENCY = Pattern.compile("<(dependency|path)>.*?<artifactId>([^<]+)<.*?</\\1>",
            Pattern.DOTALL);
    private static final Pattern IN_DOCUMENT = Pattern.compile("`([^`]+)`");

    /** Ours, and the list of versions. */
    private static final Set<String> NO_LIBRARIES = Set.of("terminal30-hardware", "terminal30-agent",
            "micronaut-platform");

    @Test
    void everyDependencyOfThePoms_hasALine() throws Exception {
        Set<String> used = new TreeSet<>();
        for (String pom : List.of("pom.xml", "hardware/pom.xml", "agent/pom.xml", "dashboard/pom.xml")) {
            used.addAll(found(DEPENDENCY, 2, Files.readString(ROOT.resolve(pom))));
        }
        used.removeAll(NO_LIBRARIES);
        Set<String> documented = found(IN_DOCUMENT, 1, Files.readString(ROOT.resolve("docs/dependencies.md")));

        assertThat(used).contains("pi4j-core", "nullaway").isSubsetOf(documented);
    }

    private static Set<String> found(Pattern pattern, int group, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(group));
        }
        return found;
    }
}
