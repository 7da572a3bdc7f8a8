package org.terminal30.dashboard.security;

import java.util.Optional;
import java.util.concurrent.Semaphore;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Passwords by argon2id, with the parameters of the OWASP password storage cheat sheet. */
@Singleton
final class Passwords {
    static final int MIN_LENGTH = 10;
    static final int MAX_LENGTH = 128;

    private static final int MEMORY_KIBIBYTES = 19_456;
    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    /** Each hash in the making holds 19 MiB: a flood of log-ins waits here instead of filling the memory. */
    private static final int MAX_AT_ONCE = 2;

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIBIBYTES, ITERATIONS, PARALLELISM,
            HASH_BYTES, Argon2.ID);
    private final Semaphore atOnce = new Semaphore(MAX_AT_ONCE, true);

    /** What is wrong with a new password, or empty. Length is all that counts: rules about characters make worse ones. */
    static Optional<String> fault(String password) {
        return password.length() >= MIN_LENGTH && password.length() <= MAX_LENGTH
                ? Optional.empty()
                : Optional.of("must have %d to %d characters".formatted(MIN_LENGTH, MAX_LENGTH));
    }

    String hash(String password) {
        atOnce.acquireUninterruptibly();
        try {
            return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult();
        } finally {
            atOnce.release();
        }
    }

    /** Takes as long for a person who does not exist ({@code hash} null), so that the answer's time tells no names. */
    boolean matches(String password, @Nullable String hash) {
        if (password.length() > MAX_LENGTH) {
            return false;
        }
        if (hash == null) {
            hash(password);
            return false;
        }
        atOnce.acquireUninterruptibly();
        try {
            return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        } finally {
            atOnce.release();
        }
    }
}
