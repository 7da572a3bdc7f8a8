package org.terminal30.dashboard;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.exceptions.BeanInstantiationException;
import io.micronaut.runtime.server.EmbeddedServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.terminal30.dashboard.history.History;
import org.terminal30.dashboard.history.StoreChoice;
import org.terminal30.dashboard.registry.Registry;
import org.terminal30.dashboard.security.People;
import org.terminal30.dashboard.security.SetUp;

/** The running server. Closing it lets requests in progress end, then closes the databases. */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERY_ADDRESS = "0.0.0.0";

    private final Registry registry;
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final FolderLock lock;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Server(Registry registry, ApplicationContext context, EmbeddedServer server, FolderLock lock) {
        this.registry = registry;
        this.context = context;
        this.server = server;
        this.lock = lock;
    }

    /**
     * Returns when it answers.
     *
     * @throws IllegalArgumentException when the configuration of the history is wrong; the message names the key
     * @throws org.terminal30.dashboard.registry.RegistryException when the registry cannot be opened
     */
    public static Server start(ServerSettings settings) {
        return start(settings, Map.of());
    }

    /** The same with more properties, as the environment would give them. */
    public static Server start(ServerSettings settings, Map<String, Object> more) {
        // Otherwise PDFBox writes what it knows of the system's typefaces into the home folder; a service has none.
        System.setProperty("pdfbox.fontcache", settings.data().toString());
        FolderLock lock = FolderLock.forServing(settings.data());
        try {
            return open(settings, more, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Server open(ServerSettings settings, Map<String, Object> more, FolderLock lock) {
        Registry registry = Registry.open(settings.registry(), Registry.Use.SERVE);
        try {
            return start(settings, more, registry, lock);
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    private static Server start(ServerSettings settings, Map<String, Object> more, Registry registry,
            FolderLock lock) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.putAll(settings.properties());
        Databases.prepareHistory(settings.data());
        ApplicationContext context = ApplicationContext.builder().mainClass(Main.class).deduceEnvironment(false)
                .banner(false).properties(properties).singletons(registry).start();
        try {
            openHistory(context);
            String host = host(settings, context.getBean(People.class).hasManager());
            context.getEnvironment().addPropertySource(PropertySource.of("listen", Map.of("micronaut.server.host",
                    host)));
            Server server = new Server(registry, context, context.getBean(EmbeddedServer.class).start(), lock);
            LOG.info("listening on {}:{}, data in {}", host, server.uri().getPort(), settings.data());
            return server;
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static void openHistory(ApplicationContext context) {
        StoreChoice.check(key -> context.getEnvironment().getProperty(key, String.class));
        try {
            context.getBean(History.class);
        } catch (BeanInstantiationException failed) {
            if (failed.getCause() instanceof IllegalArgumentException wrong) {
                throw wrong;
            }
            throw failed;
        }
    }

    private static String host(ServerSettings settings, boolean isSetUp) {
        if (!settings.listen().isEmpty()) {
            return settings.listen();
        }
        if (settings.demo()) {
            return LOOPBACK;
        }
        if (!isSetUp) {
            LOG.info("not set up: other computers can reach the server from the first start after the set-up");
        }
        return isSetUp ? EVERY_ADDRESS : LOOPBACK;
    }

    /** Where a browser on this machine finds it. */
    public URI uri() {
        return URI.create("http://" + (server.getHost().equals(EVERY_ADDRESS) ? LOOPBACK : server.getHost()) + ":"
                + server.getPort());
    }

    /** Where the first manager is made, while there is none. */
    public Optional<URI> setUpLink() {
        return context.getBean(SetUp.class).link(uri());
    }

    /** One of the server's parts. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Returns when somebody has closed it. */
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        context.close();
        registry.close();
        lock.close();
        closed.countDown();
    }
}
