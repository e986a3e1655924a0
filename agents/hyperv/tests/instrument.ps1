# Inserts a call before every statement of some files of a staged module, so that a test can inspect the state in between.
param (
    # Folder of the staged module.
    [Parameter(Mandatory = $true)] [string] $Module
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
foreach ($part in 'Private/Spool', 'Private/Send', 'Private/State', 'Public') {
    foreach ($path in [System.IO.Directory]::GetFiles([System.IO.Path]::Combine($Module, $part), '*.ps1')) {
        $name = [System.IO.Path]::GetFileNameWithoutExtension($path)
        if ($part -eq 'Public' -and $name -ne 'Invoke-InnkeeperAgent') { continue }
        $tokens = $null
        $errors = $null
        $tree = [System.Management.Automation.Language.Parser]::ParseFile($path, [ref] $tokens, [ref] $errors)
        $places = [System.Collections.Generic.SortedSet[int]]::new()
        foreach ($block in $tree.FindAll({ $args[0] -is [System.Management.Automation.Language.StatementBlockAst] -or $args[0] -is [System.Management.Automation.Language.NamedBlockAst] }, $true)) {
            foreach ($statement in $block.Statements) {
                if ($statement -isnot [System.Management.Automation.Language.FunctionDefinitionAst]) { [void] $places.Add($statement.Extent.StartOffset) }
            }
        }
        $text = [System.IO.File]::ReadAllText($path)
        foreach ($place in [System.Linq.Enumerable]::Reverse([int[]] @($places))) { $text = $text.Insert($place, '& $global:AgentStep; ') }
        [System.IO.File]::WriteAllText($path, $text)
    }
}
