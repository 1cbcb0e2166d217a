namespace SesCompliance.Lambdas.Requests;

/// <summary>Reads what the mail says: <c>subject</c> with <c>text</c> and/or <c>html</c>, or else <c>template</c>.</summary>
internal static class ContentReader
{
    public static MailContent? Read(ObjectReader reader, Mistakes mistakes)
    {
        // Not a short-circuit or: both keys become known to the reader.
        var written = reader.Has("text") | reader.Has("html");
        if (!reader.Has("template"))
        {
            if (written)
            {
                return ReadWritten(reader);
            }

            mistakes.Add("the request", "must have text and/or html, or else template");
            _ = ReadSubject(reader);
            return null;
        }

        if (written)
        {
            mistakes.Add("the request", "must have either template or text and/or html, not both");
        }

        if (reader.Has("subject"))
        {
            reader.Mistake("subject", "must not stand beside template, which has its own");
        }

        return ReadTemplate(reader, mistakes);
    }

    private static WrittenContent? ReadWritten(ObjectReader reader)
    {
        var (subject, text, html) = (ReadSubject(reader), ReadBody(reader, "text"), ReadBody(reader, "html"));
        return subject is null ? null : new WrittenContent(subject, text, html);
    }

    private static string? ReadSubject(ObjectReader reader)
    {
        if (!reader.Has("subject"))
        {
            reader.Mistake("subject", "is missing: it must be a string");
            return null;
        }

        var subject = reader.String("subject");
        switch (subject)
        {
            case null:
                break;
            case "":
                reader.Mistake("subject", "must not be empty");
                break;
            case { Length: > RequestLimits.SubjectCharacters }:
                reader.Mistake("subject", $"must have at most {RequestLimits.SubjectCharacters} characters");
                break;
            case var _ when subject.Any(char.IsControl):
                reader.Mistake("subject", "must not contain line breaks or other control characters");
                break;
        }

        return subject;
    }

    private static string? ReadBody(ObjectReader reader, string key)
    {
        var body = reader.String(key);
        if (body is "")
        {
            reader.Mistake(key, "must not be empty; leave the key out");
        }

        return body;
    }

    private static TemplateContent? ReadTemplate(ObjectReader reader, Mistakes mistakes)
    {
        if (reader.Object("template") is not { } json)
        {
            return null;
        }

        var template = new ObjectReader(json, "template.", mistakes);
        if (!template.Has("name"))
        {
            template.Mistake("name", "is missing: it must be the name of an SES template");
        }

        var name = template.String("name");
        if (name is not null && !RequestLimits.IsPlainName(name, RequestLimits.TemplateNameCharacters))
        {
            template.Mistake("name", $"must be 1 to {RequestLimits.TemplateNameCharacters} of A-Z a-z 0-9 _ -");
        }

        var data = template.Object("data");
        template.RefuseUnknownKeys();
        return name is null ? null : new TemplateContent(name, data?.GetRawText() ?? "{}");
    }
}
