package org.terminal30.dashboard.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cable between the demo's bay and its dashboard, which can be pulled: a port of this machine whose connections go on to the
 * dashboard. Pulled, the open ones break and new ones are closed at once. Safe for use by several threads.
 */
final class Cable implements AutoCloseable {
    /** Two for each of the bay's two connections, and those that have broken and linger. */
    private static final int MOST_SOCKETS = 64;
    private static final int BACKLOG = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Cable.class);

    private final URI dashboard;
    private final ServerSocket bayEnd;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean pulled;

    /** A cable that is plugged in. */
    Cable(URI dashboard) throws IOException {
        this.dashboard = dashboard;
        this.bayEnd = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("cable").start(this::accept);
    }

    /** Where the bay finds its dashboard. */
    URI uri() {
        return URI.create("http://127.0.0.1:" + bayEnd.getLocalPort());
    }

    void pull() {
        pulled = true;
        open.forEach(this::end);
    }

    void plugIn() {
        pulled = false;
    }

    private void accept() {
        while (!bayEnd.isClosed()) {
            try {
                join(bayEnd.accept());
            } catch (IOException broken) {
                LOG.debug("the bay's connection came to nothing", broken);
            }
        }
    }

    private void join(Socket bay) throws IOException {
        open.add(bay);
        if (pulled || open.size() > MOST_SOCKETS) {
            end(bay);
            return;
        }
        try {
            Socket server = new Socket(dashboard.getHost(), dashboard.getPort());
            open.add(server);
            Thread.ofVirtual().start(() -> carry(bay, server));
            Thread.ofVirtual().start(() -> carry(server, bay));
        } catch (IOException unreachable) {
            end(bay);
            throw unreachable;
        }
        if (pulled) {
            open.forEach(this::end);
        }
    }

    private void carry(Socket from, Socket to) {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException ended) {
            LOG.trace("a connection of the bay has ended", ended);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException already) {
            LOG.trace("a connection of the bay was gone", already);
        }
    }

    @Override
    public void close() {
        try {
            bayEnd.close();
        } catch (IOException already) {
            LOG.debug("the cable was gone", already);
        }
        pull();
    }
}
