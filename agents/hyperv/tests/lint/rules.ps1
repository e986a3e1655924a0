# The rules for a single file.

function Add-Fault ($Faults, [string] $File, [int] $Line, [string] $Text) {
    $Faults.Add(@{ file = $File; line = $Line; text = $Text })
}

# A file with its flattened tree: every node once, parents before children.
function Read-SourceFile ([string] $Path, [string] $Name, $Faults) {
    $bytes = [System.IO.File]::ReadAllBytes($Path)
    $hasMark = $bytes.Length -ge 3 -and $bytes[0] -eq 0xEF -and $bytes[1] -eq 0xBB -and $bytes[2] -eq 0xBF
    $line = 1
    if (-not $hasMark) {
        foreach ($byte in $bytes) {
            if ($byte -eq 10) { $line++ }
            if ($byte -gt 127) {
                Add-Fault $Faults $Name $line 'Windows PowerShell 5.1 reads this file in the ANSI code page of the host: ASCII only, or a byte order mark'
                break
            }
        }
    }
    $tokens = $null
    $errors = $null
    $tree = [System.Management.Automation.Language.Parser]::ParseFile($Path, [ref] $tokens, [ref] $errors)
    foreach ($problem in $errors) { Add-Fault $Faults $Name $problem.Extent.StartLineNumber $problem.Message }
    $nodes = @($tree.FindAll({ $true }, $true))
    $functions = @(foreach ($node in $nodes) { if ($node -is [System.Management.Automation.Language.FunctionDefinitionAst]) { $node } })
    @{ name = $Name; tree = $tree; nodes = $nodes; tokens = $tokens; functions = $functions }
}

# Names in FunctionsToExport of the manifest; `*` would hide the exports, and counts as none.
function Get-ExportedFunction ($Files) {
    foreach ($file in $Files) {
        if (-not $file.name.EndsWith('.psd1') -or $file.name.Contains('/')) { continue }
        $table = $file.tree.Find({ $args[0] -is [System.Management.Automation.Language.HashtableAst] }, $true)
        foreach ($pair in $table.KeyValuePairs) {
            if ($pair.Item1.Extent.Text -ne 'FunctionsToExport') { continue }
            foreach ($text in $pair.Item2.FindAll({ $args[0] -is [System.Management.Automation.Language.StringConstantExpressionAst] }, $true)) { $text.Value }
        }
    }
}

function Find-Fault ($File, $Allowed, $Exported, $Faults) {
    foreach ($node in $File.nodes) {
        foreach ($text in (Get-NewerLanguage $node)) { Add-Fault $Faults $File.name $node.Extent.StartLineNumber $text }
        switch ($node.GetType().Name) {
            'CommandAst' {
                foreach ($text in (Get-CommandFault $node $File $Allowed)) { Add-Fault $Faults $File.name $node.Extent.StartLineNumber $text }
            }
            'InvokeMemberExpressionAst' {
                foreach ($text in (Get-HostedFault $node $File $Allowed)) { Add-Fault $Faults $File.name $node.Extent.StartLineNumber $text }
            }
            { $_ -in 'TypeExpressionAst', 'TypeConstraintAst' } {
                foreach ($text in (Get-TypeFault $node)) { Add-Fault $Faults $File.name $node.Extent.StartLineNumber $text }
            }
            'CatchClauseAst' {
                if ($node.Body.Statements.Count -eq 0) { Add-Fault $Faults $File.name $node.Extent.StartLineNumber 'an empty catch hides the error' }
            }
            'FunctionDefinitionAst' {
                foreach ($text in (Get-FunctionFault $node $Exported)) { Add-Fault $Faults $File.name $node.Extent.StartLineNumber $text }
            }
        }
    }
    foreach ($token in $File.tokens) {
        foreach ($text in (Get-NewerToken $token)) { Add-Fault $Faults $File.name $token.Extent.StartLineNumber $text }
    }
    # A file that is run directly sets strict mode itself; for files that the module loads, the module's file sets it.
    $isStarted = $File.name.EndsWith('.psm1') -or ($File.name.EndsWith('.ps1') -and -not ($File.name.StartsWith('Private/') -or $File.name.StartsWith('Public/')))
    if ($isStarted -and -not (Test-StrictMode $File)) { Add-Fault $Faults $File.name 1 'strict mode is not enabled (Set-StrictMode -Version 3.0)' }
}

function Test-StrictMode ($File) {
    foreach ($node in $File.nodes) {
        if ($node.GetType().Name -eq 'CommandAst' -and $node.Extent.Text -match '^Set-StrictMode\s+-Version\s+(3\.0|3|Latest)$') { return $true }
    }
    $false
}

# Verbs are looked up in the engine's own lists, as Get-Verb does.
$approved = @{}
foreach ($group in 'Common', 'Communications', 'Data', 'Diagnostic', 'Lifecycle', 'Other', 'Security') {
    $type = [type] "System.Management.Automation.Verbs$group"
    foreach ($field in $type.GetFields()) { $approved[$field.Name] = $true }
}

function Get-FunctionFault ($Node, $Exported) {
    $verb, $noun = $Node.Name -split '-', 2
    if (-not $approved.ContainsKey($verb)) { "$($Node.Name): '$verb' is not an approved verb" }
    if (-not ([string] $noun).StartsWith('Innkeeper', 'Ordinal')) { "$($Node.Name): the noun does not begin with Innkeeper" }
    if ($Node.Name -notin $Exported) { return }
    $help = $Node.GetHelpContent()
    if ($null -eq $help -or [string]::IsNullOrWhiteSpace($help.Synopsis)) { "$($Node.Name) is exported but has no comment-based help" }
    elseif ($help.Examples.Count -eq 0) { "$($Node.Name) is exported but its help has no example" }
    if ($verb -in 'Install', 'Uninstall', 'Register' -and $Node.Body.Extent.Text -notmatch 'SupportsShouldProcess') { "$($Node.Name) changes the host but does not support -WhatIf" }
}
