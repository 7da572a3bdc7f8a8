package org.terminal30.dashboard.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.session.Session;
import io.micronaut.session.SessionStore;
import io.micronaut.session.http.SessionForRequest;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The sessions of the people who are logged in. Kept in memory: a restart asks everybody to log in again. */
@Singleton
final class PersonSessions implements AuthenticationFetcher<HttpRequest<?>> {
    private static final String NAME = "name";
    private static final String ROLE = "role";
    private static final String PERSON = "person";
    private static final String GENERATION = "generation";

    private final SessionStore<Session> sessions;
    private final CsrfTokens csrf;
    /** How often a person was sent out since the start; a session of an earlier generation is over. One entry a person. */
    private final Map<Long, Integer> generations = new ConcurrentHashMap<>();

    PersonSessions(SessionStore<Session> sessions, CsrfTokens csrf) {
        this.sessions = sessions;
        this.csrf = csrf;
    }

    /** Always a new session: one that a stranger planted before the log-in must not become the person's. */
    void open(HttpRequest<?> request, Person person) {
        close(request);
        Session session = SessionForRequest.create(sessions, request);
        session.put(PERSON, person.id());
        session.put(NAME, person.name());
        session.put(ROLE, person.role());
        session.put(GENERATION, generation(person.id()));
        csrf.issue(session);
    }

    void close(HttpRequest<?> request) {
        SessionForRequest.find(request).ifPresent(session -> sessions.deleteSession(session.getId()).join());
    }

    /** Ends all sessions of a person. */
    void sendOut(long person) {
        generations.merge(person, 1, Integer::sum);
    }

    @Override
    public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
        return Mono.justOrEmpty(SessionForRequest.find(request).flatMap(this::authentication));
    }

    private Optional<Authentication> authentication(Session session) {
        Optional<Long> person = session.get(PERSON, Long.class);
        Optional<Integer> generation = session.get(GENERATION, Integer.class);
        if (person.isEmpty() || generation.isEmpty() || generation.get() != generation(person.get())) {
            return Optional.empty();
        }
        return Optional.of(Authentication.build(session.get(NAME, String.class).orElseThrow(), List.of(session.get(ROLE,
                String.class).orElseThrow())));
    }

    private int generation(long person) {
        return generations.getOrDefault(person, 0);
    }
}
