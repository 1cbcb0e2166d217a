using System.Formats.Asn1;

namespace SesCompliance.Ops.VerifyDns.Dkim;

/// <summary>A public key as DNS publishes it (RFC 6376, section 3.6.1; RFC 8301).</summary>
/// <param name="Bits">The modulus's length; 0 where the key can't be read.</param>
internal sealed record DkimKey(int Bits)
{
    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    /// <summary>Why no receiver accepts a signature by this key.</summary>
    public string? Flaw { get; private init; }

    public bool IsRevoked { get; private init; }

    /// <summary>t=y: receivers treat the mail as unsigned.</summary>
    public bool IsTest { get; private init; }

    /// <summary>Whether the text is meant as a key at all.</summary>
    public static bool IsKey(string text) => new TagList(text)["p"] is not null || text.StartsWith("v=DKIM1", StringComparison.OrdinalIgnoreCase);

    public static DkimKey Read(string text)
    {
        var tags = new TagList(text);
        var isTest = tags["t"]?.Split(':').Any(flag => flag.Trim() == "y") == true;
        if (tags["v"] is { } version && (version != "DKIM1" || tags.Tags[0].Name != "v"))
        {
            return Broken($"v={version}: where v= stands, it must be first and DKIM1");
        }

        if (tags.Repeated.FirstOrDefault() is { } repeated)
        {
            return Broken($"{repeated}= stands there more than once");
        }

        if (tags["k"] is { } kind && kind != "rsa")
        {
            return Broken($"k={kind}: SES signs with RSA");
        }

        if (tags["s"] is { } services && !services.Split(':').Any(service => service.Trim() is "*" or "email"))
        {
            return Broken($"s={services}: the key is not for mail");
        }

        if (tags["h"] is { } hashes && !hashes.Split(':').Any(hash => hash.Trim() == "sha256"))
        {
            return Broken($"h={hashes}: SES signs with SHA-256");
        }

        if (tags["p"] is not { } key)
        {
            return Broken("p= is missing: there is no key in the record");
        }

        var base64 = string.Concat(key.Where(letter => !char.IsWhiteSpace(letter)));
        if (base64.Length == 0)
        {
            return new DkimKey(0) { IsRevoked = true, IsTest = isTest, Flaw = "p= is empty: the key was revoked" };
        }

        var bytes = new byte[base64.Length];
        return !Convert.TryFromBase64String(base64, bytes, out var length) ? Broken("p= is no Base64: part of the key was lost or changed")
            : Modulus(bytes.AsMemory(0, length)) is not { } bits ? Broken("p= is no RSA public key: part of it was lost or changed")
            : new DkimKey(bits) { IsTest = isTest };
    }

    private static DkimKey Broken(string flaw) => new(0) { Flaw = flaw };

    /// <summary>Bits of the modulus in a SubjectPublicKeyInfo (RFC 5280), or in the bare RSAPublicKey that RFC 6376 allows, too.</summary>
    private static int? Modulus(ReadOnlyMemory<byte> der)
    {
        try
        {
            var outer = new AsnReader(der, AsnEncodingRules.DER);
            var sequence = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            if (sequence.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
            {
                if (sequence.ReadSequence().ReadObjectIdentifier() != RsaEncryption)
                {
                    return null;
                }

                sequence = new AsnReader(sequence.ReadBitString(out _), AsnEncodingRules.DER).ReadSequence();
            }

            var modulus = sequence.ReadInteger();
            sequence.ReadInteger();
            return modulus.Sign > 0 ? (int)modulus.GetBitLength() : null;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
