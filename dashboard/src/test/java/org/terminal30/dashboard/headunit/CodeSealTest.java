package org.terminal30.dashboard.headunit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CodeSealTest {
    private static final String GIVEN = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path folder;

    @Test
    void sealedCode_opensForItsOwnHeadUnitAlone() {
        CodeSeal seal = new CodeSeal(new CodeKey(folder, GIVEN));
        CodeSeal.Sealed sealed = seal.seal(7, "1234");
        assertThat(seal.open(7, sealed)).isEqualTo("1234");
        assertThatThrownBy(() -> seal.open(8, sealed)).isInstanceOf(CodeKeyException.class)
                .hasMessageContaining("belongs to another head unit");
    }

    @Test
    void oneCodeSealedTwice_looksDifferentEachTime() {
        CodeSeal seal = new CodeSeal(new CodeKey(folder, GIVEN));
        assertThat(seal.seal(7, "1234").text()).isNotEqualTo(seal.seal(7, "1234").text());
    }

    @Test
    void sealedCodeWithAnyBitChanged_doesNotOpen() {
        CodeSeal seal = new CodeSeal(new CodeKey(folder, GIVEN));
        CodeSeal.Sealed sealed = seal.seal(7, "1234");
        byte[] text = Base64.getDecoder().decode(sealed.text());
        for (int bit = 0; bit < text.length * 8; bit++) {
            byte[] changed = text.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            CodeSeal.Sealed forged = new CodeSeal.Sealed(Base64.getEncoder().encodeToString(changed), sealed.keyId());
            assertThatThrownBy(() -> seal.open(7, forged)).as("bit %d", bit).isInstanceOf(CodeKeyException.class);
        }
    }

    @Test
    void madeKey_isAFileForItsOwnerAloneAndStays() throws IOException {
        CodeKey key = new CodeKey(folder, null);
        key.make();
        byte[] first = key.bytes();
        key.make();
        assertThat(new CodeKey(folder, null).bytes()).hasSize(32).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(CodeKey.FILE))))
                .isEqualTo("rw-------");
    }

    @Test
    void keyThatOthersMayRead_isNotUsed() throws IOException {
        CodeKey key = new CodeKey(folder, null);
        key.make();
        Files.setPosixFilePermissions(folder.resolve(CodeKey.FILE), PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(key::bytes).hasMessageContaining("chmod 600");
    }

    @Test
    void givenKey_makesNoFileAndMustBe32Bytes() {
        CodeKey key = new CodeKey(folder, GIVEN);
        key.make();
        assertThat(folder).isEmptyDirectory();
        assertThat(key.place()).contains(CodeKey.VARIABLE);
        assertThatThrownBy(() -> new CodeKey(folder, "c2hvcnQ=").bytes()).hasMessageContaining("has 5 bytes");
        assertThatThrownBy(() -> new CodeKey(folder, "not base64!").bytes()).hasMessageContaining("is no base64");
    }

    @Test
    void anotherOrAMissingKey_isToldApartFromAForgery() {
        CodeSeal.Sealed sealed = new CodeSeal(new CodeKey(folder, GIVEN)).seal(7, "1234");
        CodeKey other = new CodeKey(folder, null);
        assertThatThrownBy(() -> new CodeSeal(other).open(7, sealed)).hasMessageContaining("The key is gone");
        other.make();
        assertThatThrownBy(() -> new CodeSeal(other).open(7, sealed)).hasMessageContaining("with another key");
    }
}
