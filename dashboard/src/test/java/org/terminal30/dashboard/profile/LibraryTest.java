package org.terminal30.dashboard.profile;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LibraryTest {
    private static final String HEAD = """
            [sources.S1]
            title = "A guide"
            about = "Everything"
            [profiles.other]
            name = "Another make"
            """;

    private final Library library = new Library();

    @Test
    void everyModelAndMakerThatTheSourcesName_isThere() {
        assertThat(library.all()).flatExtracting(Profile::cars).extracting(CarRange::model).contains("Almera", "Note",
                "Terrano", "Qashqai", "X-Trail", "Teana", "Patrol", "Murano", "Primera", "Kicks", "Ariya", "Leaf",
                "NV200", "Navara");
        assertThat(library.all()).flatExtracting(Profile::cars).extracting(CarRange::generation).contains("N16", "N17",
                "G15");
        assertThat(library.all()).flatExtracting(Profile::makers).contains("Clarion", "Panasonic", "Alpine");
        assertThat(library.find("nissan-connect")).isPresent();
        assertThat(library.find("carwings")).isPresent();
    }

    @Test
    void everyNissanProfile_canTimeALockoutAndSaysWhoSaysSo() {
        assertThat(library.all()).filteredOn(profile -> !profile.id().equals(Library.OTHER)).allSatisfy(profile -> {
            Facts facts = Facts.of(profile, Map.of(), Map.of());
            assertThat(facts.lockout()).isPresent();
            assertThat(facts.number(FactKind.DIGITS).getAsInt()).isBetween(4, 5);
            assertThat(facts.number(FactKind.ATTEMPTS)).hasValue(3);
            assertThat(facts.of(FactKind.IGNITION_WHILE_WAITING).says()).isIn("on", "off");
            assertThat(facts.of(FactKind.LOCKOUT).source()).isIn("S0", "S1", "S2", "S3", "S4");
            assertThat(facts.lines(FactKind.STANDBY)).isNotEmpty();
        });
    }

    @Test
    void whereSourcesDisagree_bothStandThereAndTheOneAboutTheModelComesFirst() {
        List<Claim> lockout = library.get("terrano").claims().getOrDefault(FactKind.LOCKOUT, List.of());
        assertThat(lockout.getFirst().source()).isEqualTo("S4");
        assertThat(lockout).extracting(Claim::source).contains("S0", "S1", "S2", "S3");
        assertThat(library.get("note").claims().getOrDefault(FactKind.IGNITION_WHILE_WAITING, List.of()))
                .extracting(Claim::says).containsSubsequence("on", "off");
        assertThat(library.get("almera-g15-panasonic").claims().getOrDefault(FactKind.DIGITS, List.of()))
                .extracting(Claim::says).startsWith("5", "4");
    }

    @Test
    void oneProfileLikeAnother_hasItsOwnClaimsFirstAndNoneTwice() {
        assertThat(library.all()).flatExtracting(profile -> profile.claims().values()).allSatisfy(claims -> assertThat(
                ((List<?>) claims).stream().map(claim -> ((Claim) claim).says() + ((Claim) claim).source()))
                .doesNotHaveDuplicates());
    }

    @Test
    void unknownProfileOfANewerRegistry_isTakenForAnotherMake() {
        assertThat(library.get("from-tomorrow").id()).isEqualTo(Library.OTHER);
    }

    @Test
    void faultInAFile_isNamedWithProfileAndKey() {
        assertThatThrownBy(() -> read("[profiles.a]\nname = \"A\"\ndigits = [{says = \"many\", source = \"S1\"}]"))
                .hasMessageContaining("profile a: digits is \"many\"").hasMessageContaining("a number from 1 to 12");
        assertThatThrownBy(() -> read("[profiles.a]\nname = \"A\"\ndigits = [{says = \"4\", source = \"S9\"}]"))
                .hasMessageContaining("profile a: digits names the source \"S9\"");
        assertThatThrownBy(() -> read("[profiles.a]\nname = \"A\"\ncolour = []")).hasMessageContaining(
                "profile a: colour is no fact");
        assertThatThrownBy(() -> read("[profiles.a]\nname = \"A\"\nlike = \"b\"")).hasMessageContaining(
                "profile a: like names \"b\"");
        assertThatThrownBy(() -> read("[profiles.a]")).hasMessageContaining("name is missing");
    }

    private static LibraryReader read(String more) throws Exception {
        return LibraryReader.read(new ByteArrayInputStream((HEAD + more).getBytes(StandardCharsets.UTF_8)));
    }
}
