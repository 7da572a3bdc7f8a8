package org.terminal30.dashboard.security;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;

/** Checks a name and a password. */
@Singleton
final class LogIn {
    private final People people;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Audit audit;

    LogIn(People people, Passwords passwords, Attempts attempts, Audit audit) {
        this.people = people;
        this.passwords = passwords;
        this.attempts = attempts;
        this.audit = audit;
    }

    sealed interface Outcome {
        record Welcome(Person person) implements Outcome {}

        /** One answer for a wrong name, a wrong password and somebody deactivated. */
        record Refused() implements Outcome {}

        /** Too many failures: not even looked at. */
        record Locked(Duration left) implements Outcome {}
    }

    Outcome attempt(String name, String password, String address) {
        Duration wait = attempts.timeToWait(address, name);
        if (wait.isPositive()) {
            return new Outcome.Locked(wait);
        }
        Optional<People.Credentials> known = people.credentials(name).filter(c -> c.person().active());
        boolean right = passwords.matches(password, known.map(People.Credentials::passwordHash).orElse(null));
        if (!right || known.isEmpty()) {
            attempts.failed(address, name);
            audit.record(Audit.Act.LOG_IN_REFUSED, name, "", address);
            return attempts.timeToWait(address, name).isPositive() ? locked(name, address) : new Outcome.Refused();
        }
        attempts.succeeded(address, name);
        Person person = known.get().person();
        audit.record(Audit.Act.LOG_IN, person.name(), "", address);
        return new Outcome.Welcome(person);
    }

    private Outcome locked(String name, String address) {
        audit.record(Audit.Act.LOCKED, name, "", address);
        return new Outcome.Locked(attempts.timeToWait(address, name));
    }
}
