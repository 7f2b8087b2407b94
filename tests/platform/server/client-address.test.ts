import { expect, test } from "vitest";
import { clientAddress, proxyList } from "@/lib/platform/server/client-address";

const none = proxyList([]);
const trusted = proxyList(["127.0.0.1", "10.0.0.0/8", "2001:db8:ffff::/48"]);

test.each([
  {
    what: "the peer, when no proxy is trusted",
    peer: "192.0.2.1",
    said: "198.51.100.9",
    by: none,
    client: "192.0.2.1",
  },
  {
    what: "the peer, when it is not the proxy",
    peer: "192.0.2.1",
    said: "198.51.100.9",
    client: "192.0.2.1",
  },
  { what: "the hop before the proxy", said: "198.51.100.9", client: "198.51.100.9" },
  { what: "not what it wrote further left", said: "1.2.3.4, 198.51.100.9", client: "198.51.100.9" },
  { what: "before a chain of proxies", said: "1.2.3.4, 198.51.100.9, 10.1.2.3", client: "198.51.100.9" },
  { what: "the proxy, when it says nothing", client: "127.0.0.1" },
  { what: "the proxy, when it says nonsense", said: "unknown", client: "127.0.0.1" },
  {
    what: "found in the form of IPv6",
    peer: "::ffff:127.0.0.1",
    said: "::ffff:198.51.100.9",
    client: "198.51.100.9",
  },
  { what: "found with its port", said: "198.51.100.9:4711", client: "198.51.100.9" },
  { what: "found with its IPv6 port", said: "[2001:db8::7]:443", client: "2001:db8::7" },
  {
    what: "found through an IPv6 proxy",
    peer: "2001:db8:ffff::1",
    said: "2001:db8::7",
    client: "2001:db8::7",
  },
])("the client is $what", ({ peer = "127.0.0.1", said, by = trusted, client }) => {
  expect(clientAddress(peer, said, by)).toBe(client);
});
