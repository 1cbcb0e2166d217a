using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using SesCompliance.Lambdas.Addresses;
using SesCompliance.Lambdas.Errors;

namespace SesCompliance.Lambdas.Requests;

/// <summary>Turns an execution's name and raw input into a <see cref="SendRequest"/>, or says everything that is wrong with them.</summary>
public static class SendRequestParser
{
    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <exception cref="InvalidRequest">Lists every mistake, with keys and rules and no values.</exception>
    public static SendRequest Parse(string? sendId, JsonElement request)
    {
        var mistakes = new Mistakes();
        if (!IsSendId(sendId))
        {
            mistakes.Add("the execution's name", $"must be 1 to {RequestLimits.SendIdCharacters} of A-Z a-z 0-9 _ - (it becomes a message tag)");
        }

        if (!IsReadable(request, mistakes))
        {
            throw mistakes.ToError();
        }

        var reader = new ObjectReader(request, "", mistakes);
        var to = ReadRecipient(reader);
        var content = ContentReader.Read(reader, mistakes);
        var expiresAt = ReadExpiry(reader);
        var tags = TagReader.Read(reader, mistakes);
        reader.RefuseUnknownKeys();

        return mistakes.None
            ? new SendRequest(sendId!, to!, content!, expiresAt, tags, RequestHash.Of(request))
            : throw mistakes.ToError();
    }

    public static bool IsSendId(string? text) => text is not null && RequestLimits.IsPlainName(text, RequestLimits.SendIdCharacters);

    private static bool IsReadable(JsonElement request, Mistakes mistakes)
    {
        if (request.ValueKind != JsonValueKind.Object)
        {
            mistakes.Add("the request", $"must be a JSON object, not {ObjectReader.Describe(request.ValueKind)}");
            return false;
        }

        if (JsonMarshal.GetRawUtf8Value(request).Length > RequestLimits.RequestOctets)
        {
            mistakes.Add("the request", $"must have at most {RequestLimits.RequestOctets} octets");
            return false;
        }

        if (JsonStructure.FindFlaw(request) is { } flaw)
        {
            mistakes.Add("the request", flaw);
            return false;
        }

        return true;
    }

    private static EmailAddress? ReadRecipient(ObjectReader reader)
    {
        if (!reader.Has("to"))
        {
            reader.Mistake("to", "is missing: it must be a string with one address");
            return null;
        }

        if (reader.String("to") is not { } text)
        {
            return null;
        }

        if (!EmailAddress.TryParse(text, out var address, out var problem))
        {
            reader.Mistake("to", problem);
        }

        return address;
    }

    private static DateTimeOffset? ReadExpiry(ObjectReader reader)
    {
        if (reader.String("expiresAt") is not { } text)
        {
            return null;
        }

        // K also accepts no offset at all, which would be read as this machine's local time.
        var hasOffset = text.Length > 6 && (text[^1] == 'Z' || text[^6] is '+' or '-');
        if (hasOffset && DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        reader.Mistake("expiresAt", "must be an ISO 8601 time with an offset, such as 2026-11-24T10:00:00Z");
        return null;
    }
}
