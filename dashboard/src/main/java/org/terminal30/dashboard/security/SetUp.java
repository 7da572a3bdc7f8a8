package org.terminal30.dashboard.security;

import java.net.URI;
import java.util.Optional;

import jakarta.inject.Singleton;

/**
 * Makes the first manager. The code is in the memory of this process alone: whoever can read what the server prints owns it,
 * a new start makes a new one, and the first use ends it.
 */
@Singleton
public final class SetUp {
    private final String code = Secrets.random();
    private final People people;
    private final Passwords passwords;
    private final Audit audit;

    SetUp(People people, Passwords passwords, Audit audit) {
        this.people = people;
        this.passwords = passwords;
        this.audit = audit;
    }

    /** Where the first manager is made, or empty when there is one. */
    public Optional<URI> link(URI server) {
        return isDone() ? Optional.empty() : Optional.of(server.resolve("/setup?code=" + code));
    }

    boolean isDone() {
        return people.hasManager();
    }

    boolean accepts(String given) {
        return !isDone() && Secrets.same(code, given);
    }

    /** False when the code is wrong or used; of two at the same time one comes first. */
    boolean makeManager(String given, String name, String password, String address) {
        if (!accepts(given) || !people.addFirstManager(name, passwords.hash(password))) {
            audit.record(Audit.Act.SET_UP_REFUSED, name, "", address);
            return false;
        }
        audit.record(Audit.Act.SET_UP, name, "", address);
        return true;
    }
}
