# Syntax that the parser of current PowerShell accepts and Windows PowerShell 5.1 with .NET Framework does not.

function Get-NewerLanguage ($Node) {
    switch ($Node.GetType().Name) {
        'TernaryExpressionAst' { '5.1 has no ternary operator' }
        'PipelineChainAst' { '5.1 has no && and no ||' }
        'BinaryExpressionAst' { if ($Node.Operator.ToString() -eq 'QuestionQuestion') { '5.1 has no ??' } }
        'AssignmentStatementAst' { if ($Node.Operator.ToString() -eq 'QuestionQuestionEquals') { '5.1 has no ??=' } }
        'PipelineAst' { if (Test-Property $Node 'Background') { '5.1 cannot start a job with &' } }
        'IndexExpressionAst' { if (Test-Property $Node 'NullConditional') { '5.1 has no ?[]' } }
        'MemberExpressionAst' {
            if (Test-Property $Node 'NullConditional') { '5.1 has no ?.' }
            Get-NewerMember $Node
        }
        'InvokeMemberExpressionAst' {
            if (Test-Property $Node 'NullConditional') { '5.1 has no ?.' }
            Get-NewerMember $Node
        }
        'ScriptBlockAst' { if ($null -ne $Node.PSObject.Properties['CleanBlock'] -and $null -ne $Node.CleanBlock) { '5.1 has no clean block' } }
        'ConstantExpressionAst' { if ($Node.Extent.Text -match '^0b|^[0-9.]+(u|y|s|n|uy|us|ul)(kb|mb|gb|tb|pb)?$|^0x[0-9a-f]+(u|y|s|n|uy|us|ul)$') { '5.1 does not support this number format' } }
        'ParameterAst' {
            foreach ($attribute in $Node.Attributes) {
                if ($attribute.TypeName.Name -in 'Experimental', 'ValidateNotNullOrWhiteSpace') { "5.1 has no [$($attribute.TypeName.Name)]" }
            }
        }
        'VariableExpressionAst' { if ($Node.VariablePath.UserPath -in 'IsWindows', 'IsLinux', 'IsMacOS', 'IsCoreCLR', 'PSStyle', 'EnabledExperimentalFeatures') { "5.1 has no `$$($Node.VariablePath.UserPath), and strict mode fails on it" } }
    }
}

function Test-Property ($Node, [string] $Name) {
    $property = $Node.PSObject.Properties[$Name]
    $null -ne $property -and $property.Value -eq $true
}

# Static members added after .NET Framework 4.6.2. Listed without the namespace, because they can be written either way.
$newerMembers = @{
    'Convert'               = 'ToHexString', 'ToHexStringLower', 'FromHexString'
    'DateTime'              = @('UnixEpoch')
    'DateTimeOffset'        = @('UnixEpoch')
    'Environment'           = 'ProcessPath', 'TickCount64', 'ProcessId'
    'File'                  = 'ReadAllTextAsync', 'WriteAllBytesAsync', 'ReadAllBytesAsync', 'AppendAllBytes'
    'Guid'                  = @('CreateVersion7')
    'HashCode'              = @('Combine')
    'Math'                  = 'Clamp', 'BitIncrement', 'Log2'
    'MD5'                   = @('HashData')
    'Path'                  = 'Join', 'GetRelativePath', 'EndsInDirectorySeparator', 'TrimEndingDirectorySeparator', 'Exists'
    'RandomNumberGenerator' = 'Fill', 'GetBytes', 'GetInt32', 'GetHexString'
    'SHA256'                = @('HashData')
    'SHA512'                = @('HashData')
    'HMACSHA256'            = @('HashData')
    'Random'                = @('Shared')
    'ZipFile'               = @('ExtractToDirectoryAsync')
}
# Conversely, .NET Framework features that our tests could not run are behind Private/Windows, or not used.
function Get-NewerMember ($Node) {
    if (-not $Node.Static -or $Node.Expression -isnot [System.Management.Automation.Language.TypeExpressionAst]) { return }
    $type = @($Node.Expression.TypeName.Name -split '\.')[-1]
    $member = $Node.Member.Extent.Text
    if ($newerMembers.ContainsKey($type) -and $member -in $newerMembers[$type]) { ".NET Framework has no [$type]::$member" }
    if ($type -eq 'File' -and $member -eq 'Move' -and $Node.Arguments.Count -eq 3) { '.NET Framework cannot overwrite with [File]::Move' }
    if ($type -eq 'ScriptBlock' -and $member -eq 'Create') { 'code must not be created from text' }
}

function Get-NewerToken ($Token) {
    if ($Token.Kind.ToString() -notin 'StringExpandable', 'HereStringExpandable', 'Generic', 'Identifier') { return }
    if ($Token.Text -cmatch '(?<!`)(``)*`(e|u\{)') { '5.1 does not support the escapes `e and `u{}' }
}
