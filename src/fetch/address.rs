//! Which addresses of the network may be connected to.
//!
//! A page from the web may name pictures on the reader's own router, printer or work station. None of these is
//! asked for unless the reader allows it. The check stands in the resolver that the connection is made with: what
//! was checked is what is connected to, whatever the name server says the next moment.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Looks names up as the system does and lets through only what may be connected to.
#[derive(Debug)]
pub(super) struct CheckedResolver {
    pub allow_private: bool,
    pub system: DefaultResolver,
}

impl Resolver for CheckedResolver {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = match this_machine(uri) {
            Some(addresses) => {
                let mut found = self.empty();
                addresses.into_iter().for_each(|address| found.push(address));
                found
            }
            None => self.system.resolve(uri, config, timeout).map_err(|error| match error {
                ureq::Error::Io(_) => ureq::Error::HostNotFound,
                other => other,
            })?,
        };
        let mut open = self.empty();
        let mut refused = None;
        for address in found.iter() {
            match refusal(address.ip()) {
                Some(what) if !self.allow_private => refused = Some(Refused { address: address.ip(), what }),
                _ => open.push(*address),
            }
        }
        match refused {
            Some(refused) if open.is_empty() => Err(ureq::Error::Other(Box::new(refused))),
            _ if open.is_empty() => Err(ureq::Error::HostNotFound),
            _ => Ok(open),
        }
    }
}

/// The addresses of "localhost" and the names below it, which are not looked up: they are this machine everywhere, also
/// where no file of hosts says so (RFC 6761, section 6.3).
fn this_machine(uri: &Uri) -> Option<[SocketAddr; 2]> {
    let host = uri.host()?.trim_end_matches('.').to_ascii_lowercase();
    if host != "localhost" && !host.ends_with(".localhost") {
        return None;
    }
    let port = uri.port_u16().unwrap_or(if uri.scheme_str() == Some("https") { 443 } else { 80 });
    Some([(Ipv4Addr::LOCALHOST, port).into(), (Ipv6Addr::LOCALHOST, port).into()])
}

/// An address that is not connected to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(super) struct Refused {
    address: IpAddr,
    what: &'static str,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "its host is at {}, {}", self.address, self.what)
    }
}

/// What an address is, if it is not one of the public network.
fn refusal(address: IpAddr) -> Option<&'static str> {
    match address {
        IpAddr::V4(address) => refusal_v4(address),
        IpAddr::V6(address) => match carried(address) {
            Some(carried) => refusal_v4(carried),
            None => refusal_v6(address),
        },
    }
}

fn refusal_v4(address: Ipv4Addr) -> Option<&'static str> {
    let bits = u32::from(address);
    let inside = |network: Ipv4Addr, length: u8| (bits ^ u32::from(network)) >> (32 - u32::from(length)) == 0;
    REFUSED_V4.iter().find(|(network, length, _)| inside((*network).into(), *length)).map(|(_, _, what)| *what)
}

fn refusal_v6(address: Ipv6Addr) -> Option<&'static str> {
    let bits = u128::from(address);
    let inside = |network: Ipv6Addr, length: u8| (bits ^ u128::from(network)) >> (128 - u32::from(length)) == 0;
    let listed = REFUSED_V6.iter().find(|(network, length, _)| inside((*network).into(), *length));
    // Whatever is not global unicast (2000::/3, RFC 4291 section 2.4) is some special thing.
    let outside = (!inside(GLOBAL_UNICAST, 3)).then_some("an address outside the public network");
    listed.map(|(_, _, what)| *what).or(outside)
}

/// The IPv4 address that an IPv6 address stands for: mapped (RFC 4291) or translated (NAT64, RFC 6052).
fn carried(address: Ipv6Addr) -> Option<Ipv4Addr> {
    match address.segments() {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            Some(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low)))
        }
        _ => None,
    }
}

const GLOBAL_UNICAST: Ipv6Addr = Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0);

const PRIVATE: &str = "an address of a private network";
const THIS_COMPUTER: &str = "an address of this computer";
const NEIGHBOUR: &str = "an address of this link alone";
const MANY: &str = "an address of a group of computers";
const EXAMPLE: &str = "an address for examples and tests alone";
const TUNNEL: &str = "an address that stands for another one";
const RESERVED: &str = "an address that is not given to anybody";

/// The IANA IPv4 Special-Purpose Address Registry (RFC 6890) and the multicast range.
const REFUSED_V4: &[([u8; 4], u8, &str)] = &[
    ([0, 0, 0, 0], 8, THIS_COMPUTER), // "this network", RFC 791; Linux connects 0.0.0.0 to itself
    ([10, 0, 0, 0], 8, PRIVATE),      // RFC 1918
    ([100, 64, 0, 0], 10, PRIVATE),   // behind a provider's translation, RFC 6598
    ([127, 0, 0, 0], 8, THIS_COMPUTER), // loopback, RFC 1122
    ([169, 254, 0, 0], 16, NEIGHBOUR), // link-local, RFC 3927; where clouds answer with their secrets
    ([172, 16, 0, 0], 12, PRIVATE),   // RFC 1918
    ([192, 0, 0, 0], 24, RESERVED),   // IETF protocol assignments, RFC 6890
    ([192, 0, 2, 0], 24, EXAMPLE),    // documentation, RFC 5737
    ([192, 88, 99, 0], 24, TUNNEL),   // 6to4 relays, RFC 7526
    ([192, 168, 0, 0], 16, PRIVATE),  // RFC 1918
    ([198, 18, 0, 0], 15, EXAMPLE),   // benchmarks, RFC 2544
    ([198, 51, 100, 0], 24, EXAMPLE), // documentation, RFC 5737
    ([203, 0, 113, 0], 24, EXAMPLE),  // documentation, RFC 5737
    ([224, 0, 0, 0], 4, MANY),        // multicast, RFC 5771
    ([240, 0, 0, 0], 4, RESERVED),    // RFC 1112, with the broadcast address
];

/// The IANA IPv6 Special-Purpose Address Registry: named for their messages, or inside 2000::/3.
const REFUSED_V6: &[([u16; 8], u8, &str)] = &[
    ([0, 0, 0, 0, 0, 0, 0, 0], 127, THIS_COMPUTER), // unspecified and loopback, RFC 4291
    ([0x2001, 0, 0, 0, 0, 0, 0, 0], 23, TUNNEL),    // Teredo, benchmarks, ORCHID: RFC 2928 and after
    ([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0], 32, EXAMPLE), // documentation, RFC 3849
    ([0x2002, 0, 0, 0, 0, 0, 0, 0], 16, TUNNEL),    // 6to4, RFC 3056
    ([0x3fff, 0, 0, 0, 0, 0, 0, 0], 20, EXAMPLE),   // documentation, RFC 9637
    ([0xfc00, 0, 0, 0, 0, 0, 0, 0], 7, PRIVATE),    // unique local, RFC 4193
    ([0xfe80, 0, 0, 0, 0, 0, 0, 0], 10, NEIGHBOUR), // link-local, RFC 4291
    ([0xfec0, 0, 0, 0, 0, 0, 0, 0], 10, PRIVATE),   // site-local, RFC 3879
    ([0xff00, 0, 0, 0, 0, 0, 0, 0], 8, MANY),       // multicast, RFC 4291
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_special_address_is_connected_to() {
        let special = [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.255",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.9.9.9",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.7",
            "224.0.0.1",
            "239.255.255.250",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b::a00:1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:2::1",
            "2001:10::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "febf::1",
            "fec0::1",
            "ff02::1",
        ];
        for address in special {
            assert!(refusal(address.parse().unwrap()).is_some(), "{address} is let through");
        }
    }

    #[test]
    fn the_public_network_is_open() {
        let public = [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.1",
            "100.63.255.255",
            "100.128.0.1",
            "126.255.255.255",
            "128.0.0.1",
            "169.253.255.255",
            "172.15.255.255",
            "172.32.0.1",
            "192.0.1.1",
            "192.167.255.255",
            "198.17.255.255",
            "198.20.0.1",
            "223.255.255.255",
            "2606:4700::1111",
            "2001:4860:4860::8888",
            "2a00:1450::1",
            "::ffff:8.8.8.8",
            "64:ff9b::808:808",
        ];
        for address in public {
            assert_eq!(refusal(address.parse().unwrap()), None, "{address} is refused");
        }
    }
}
