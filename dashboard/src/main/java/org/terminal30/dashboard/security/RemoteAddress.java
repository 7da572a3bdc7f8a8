package org.terminal30.dashboard.security;

import java.net.InetAddress;

import io.micronaut.http.HttpRequest;

/** Where a request comes from. */
public final class RemoteAddress {
    private RemoteAddress() {
    }

    /** As digits; never a name, which would ask the network. */
    public static String of(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        return address == null ? "unknown" : address.getHostAddress();
    }

    static boolean isLoopback(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        return address != null && address.isLoopbackAddress();
    }
}
