using System.Text.Json.Nodes;
using SesCompliance.Local.Ses;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Ses;

public class TemplateTests
{
    [Theory]
    [InlineData("Hello {{name}}", """{"name": "Ann"}""", "Hello Ann")]
    [InlineData("{{ name }}", """{"name": "<b>&"}""", "<b>&")]
    [InlineData("{{{name}}}", """{"name": "<b>"}""", "<b>")]
    [InlineData("{{user.name}} {{n}} {{b}} [{{nothing}}]", """{"user": {"name": "Ann"}, "n": 1.50, "b": true, "nothing": null}""", "Ann 1.50 true []")]
    [InlineData("{{#if a}}yes{{else}}no{{/if}}", """{"a": ""}""", "no")]
    [InlineData("{{#if a}}yes{{/if}}{{#if missing}}?{{/if}}", """{"a": 1}""", "yes")]
    [InlineData("{{#if a}}1{{else if b}}2{{else}}3{{/if}}", """{"a": false, "b": [1]}""", "2")]
    [InlineData("{{#if a}}1{{else if b}}2{{else}}3{{/if}}!", """{"a": false, "b": []}""", "3!")]
    [InlineData("{{#unless a}}none{{/unless}}", """{"a": 0}""", "none")]
    [InlineData("{{#each list}}{{@index}}:{{name}}{{#unless @last}}, {{/unless}}{{/each}}", """{"list": [{"name": "a"}, {"name": "b"}]}""", "0:a, 1:b")]
    [InlineData("{{#each list}}{{this}}{{../end}}{{/each}}", """{"list": ["a", "b"], "end": ";"}""", "a;b;")]
    [InlineData("{{#each list}}x{{else}}empty{{/each}}", """{"list": []}""", "empty")]
    [InlineData("{{#each map}}{{@key}}={{this}} {{/each}}", """{"map": {"a": 1, "b": 2}}""", "a=1 b=2 ")]
    [InlineData("{{#with user}}{{name}} {{total}}{{/with}}", """{"user": {"name": "Ann"}, "total": 3}""", "Ann 3")]
    [InlineData("a{{! not shown }}b{{!-- {{nor}} this --}}c", "{}", "abc")]
    public async Task A_template_renders(string template, string data, string expected)
    {
        await using var world = await SesWorld.CreateAsync();

        var id = await world.SendAsync(Inline(template, data));

        Assert.Equal(expected, world.Ses.Outbox.Find(id)!.Text);
    }

    [Theory]
    [InlineData("{{")]
    [InlineData("{{a")]
    [InlineData("{{#if a}}never closed")]
    [InlineData("{{#if a}}{{/each}}")]
    [InlineData("{{/if}}")]
    [InlineData("{{else}}")]
    [InlineData("{{> partial}}")]
    [InlineData("{{#* inline \"x\"}}{{/inline}}")]
    [InlineData("{{#custom a}}{{/custom}}")]
    [InlineData("{{a b}}")]
    public async Task A_template_that_cannot_be_read_is_refused_when_it_is_created(string template)
    {
        await using var world = await SesWorld.CreateAsync();

        Assert.Equal("BadRequestException", Assert.Throws<AwsException>(() => world.Ses.Templates.Create("t", new TemplateContent("s", template, null))).Code);
    }

    [Fact]
    public async Task A_stored_template_is_rendered_into_subject_text_and_html()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Templates.Create("code", new TemplateContent("Code for {{name}}", "It is {{code}}", "<b>{{code}}</b>"));

        var id = await world.SendAsync(Stored("code", """{"name": "Ann", "code": 1234}"""));

        var mail = world.Ses.Outbox.Find(id)!;
        Assert.Equal(("Code for Ann", "It is 1234", "<b>1234</b>"), (mail.Subject, mail.Text, mail.Html));
        Assert.Equal(["Send", "Delivery"], world.Topics.EventTypes);
    }

    [Fact]
    public async Task A_template_that_is_not_there_is_not_found()
    {
        await using var world = await SesWorld.CreateAsync();

        var refusal = await SendRefusalTests.RefusalAsync(world, Stored("nothing", "{}"));

        Assert.Equal(("NotFoundException", 404, "Template nothing does not exist."), (refusal.Code, refusal.StatusCode, refusal.Message));
    }

    [Fact]
    public async Task A_missing_attribute_is_told_by_an_event_after_the_mail_was_accepted()
    {
        await using var world = await SesWorld.CreateAsync();
        world.Ses.Templates.Create("code", new TemplateContent("Code", "It is {{code}}", null));

        var id = await world.SendAsync(Stored("code", "{}") with { EmailTags = [new MailTag("send-id", "7")] });

        Assert.Equal(["Rendering Failure"], world.Topics.EventTypes);
        var happened = world.Event("Rendering Failure");
        Assert.Equal("Attribute 'code' is not present in the rendering data.", (string?)happened["failure"]!["errorMessage"]);
        Assert.Equal("code", (string?)happened["failure"]!["templateName"]);
        Assert.Equal("""["7"]""", happened["mail"]!["tags"]!["send-id"]!.ToJsonString());
        Assert.Equal(MailState.RenderingFailed, world.Ses.Outbox.Find(id)!.State);
        Assert.Equal(0, world.Ses.SentLast24Hours);
    }

    private static SendEmailRequest Inline(string text, string data) => SesWorld.Mail("a@elsewhere.org") with
    {
        Content = new EmailContent.Template(null, new TemplateContent("s", text, null), JsonNode.Parse(data)!.AsObject(), []),
    };

    private static SendEmailRequest Stored(string name, string data) => SesWorld.Mail("a@elsewhere.org") with
    {
        Content = new EmailContent.Template(name, null, JsonNode.Parse(data)!.AsObject(), []),
    };
}
