using System.Collections.Concurrent;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

public sealed record TemplateContent(string? Subject, string? Text, string? Html);

public sealed record EmailTemplate(string Name, TemplateContent Content)
{
    public DateTimeOffset Created { get; init; }
}

public sealed class TemplateStore(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, EmailTemplate> templates = new();

    public IEnumerable<EmailTemplate> All => templates.Values;

    /// <exception cref="AwsException"><c>AlreadyExistsException</c>, <c>BadRequestException</c>.</exception>
    public EmailTemplate Create(string name, TemplateContent content)
    {
        Check(name, content);
        var template = new EmailTemplate(name, content) { Created = time.GetUtcNow() };
        return templates.TryAdd(name, template) ? template : throw new AwsException("AlreadyExistsException", $"Template {name} already exists.");
    }

    /// <exception cref="AwsException"><c>NotFoundException</c>, <c>BadRequestException</c>.</exception>
    public void Update(string name, TemplateContent content)
    {
        Check(name, content);
        templates[name] = Find(name) with { Content = content };
    }

    /// <exception cref="AwsException"><c>NotFoundException</c>.</exception>
    public EmailTemplate Find(string name) =>
        templates.GetValueOrDefault(name) ?? throw new AwsException("NotFoundException", $"Template {name} does not exist.", 404);

    /// <exception cref="AwsException"><c>NotFoundException</c>.</exception>
    public void Delete(string name)
    {
        Find(name);
        templates.TryRemove(name, out _);
    }

    private static void Check(string name, TemplateContent content)
    {
        if (name.Length is 0 or > 64 || !name.All(symbol => char.IsAsciiLetterOrDigit(symbol) || symbol is '_' or '-'))
        {
            throw new AwsException("BadRequestException", $"Template name {name} is not valid: 1 to 64 of the characters a-z, A-Z, 0-9, '_' and '-' are allowed.");
        }

        TemplateRenderer.Check(content);
    }
}
