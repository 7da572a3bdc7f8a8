package org.terminal30.dashboard.headunit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.inject.Singleton;

/**
 * Seals codes with AES-256-GCM (NIST SP 800-38D) of the JDK: a random nonce of 96 bits before the ciphertext, a tag of 128 bits after
 * it. The head unit's id is authenticated with it, so that a code moved to another head unit's row does not open there.
 */
@Singleton
final class CodeSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_ID_BYTES = 8;

    private final CodeKey key;
    private final SecureRandom random = new SecureRandom();

    CodeSeal(CodeKey key) {
        this.key = key;
    }

    /** A sealed code and what tells which key opens it. */
    record Sealed(String text, String keyId) {}

    /** @throws CodeKeyException when there is no key */
    Sealed seal(long headUnit, String code) {
        byte[] secret = key.bytes();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, secret, nonce, headUnit, code.getBytes(StandardCharsets.UTF_8));
        byte[] text = ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
        return new Sealed(Base64.getEncoder().encodeToString(text), keyId(secret));
    }

    /** @throws CodeKeyException when there is no key, another one, or the sealed text was changed */
    String open(long headUnit, Sealed sealed) {
        byte[] secret = key.bytes();
        if (!keyId(secret).equals(sealed.keyId())) {
            throw new CodeKeyException("This code was sealed with another key than the one in " + key.place()
                    + ". Bring that key back, or delete the code.");
        }
        byte[] text = Base64.getDecoder().decode(sealed.text());
        byte[] nonce = Arrays.copyOf(text, NONCE_BYTES);
        return new String(run(Cipher.DECRYPT_MODE, secret, nonce, headUnit, Arrays.copyOfRange(text, NONCE_BYTES,
                text.length)), StandardCharsets.UTF_8);
    }

    private static byte[] run(int mode, byte[] secret, byte[] nonce, long headUnit, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(("head-unit " + headUnit).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new CodeKeyException("The kept code does not open: it was changed, or belongs to another head unit. "
                    + "Delete it and enter it again.", e);
        }
    }

    private static String keyId(byte[] secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret);
            return HexFormat.of().formatHex(hash, 0, KEY_ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
